'use client';
import { Inbox } from 'lucide-react';
import { useState } from 'react';
import { Badge, StateBadge, VerdictBadge } from '@/ui/badge';
import { Button, IconButton } from '@/ui/button';
import { Checkbox, Choices, Switch } from '@/ui/choice';
import { ConfidenceReasons } from '@/ui/confidence';
import { Dialog } from '@/ui/dialog';
import { SelectField, TextArea, TextField } from '@/ui/field';
import { Menu } from '@/ui/menu';
import { Money } from '@/ui/money';
import { Tabs } from '@/ui/tabs';
import { useToast } from '@/ui/toast';
import { Tooltip } from '@/ui/tooltip';
import { Part } from './part';

export function Buttons() {
  return (
    <Part title="Button">
      {(['primary', 'secondary', 'plain', 'critical'] as const).map((kind) => (
        <div key={kind} className="flex flex-col items-start gap-2">
          <Button kind={kind}>{kind}</Button>
          <Button kind={kind} size="small">
            {kind} small
          </Button>
          <Button kind={kind} busy>
            {kind} busy
          </Button>
          <Button kind={kind} disabled>
            {kind} disabled
          </Button>
        </div>
      ))}
      <IconButton label="Inbox">
        <Inbox aria-hidden className="size-4" />
      </IconButton>
    </Part>
  );
}

export function Verdicts() {
  return (
    <Part title="Badge, verdict, state, confidence, money">
      <VerdictBadge verdict="LEAK" />
      <VerdictBadge verdict="REVIEW" />
      <VerdictBadge verdict="WATCH" />
      <StateBadge state="REOPENED" />
      <StateBadge state="DISMISSED" />
      <StateBadge state="RESOLVED" />
      <Badge>Neutral</Badge>
      <Badge tone="evidence">Evidence</Badge>
      {[95, 72, 45].map((confidence) => (
        <ConfidenceReasons
          key={confidence}
          confidence={confidence}
          factors={[
            { reason: 'Base for possible duplicate', delta: confidence - 8 },
            { reason: 'Same account, product and quantity', delta: 8 },
          ]}
        />
      ))}
      <Money amount="1234.50" currency="USD" />
      <Money amount="33000" currency="KRW" />
      <Money amount="-12.00" currency="EUR" />
      <Money amount="0.0035" currency="USD" />
    </Part>
  );
}

export function Fields() {
  const [isOn, setOn] = useState(true);
  const [choice, setChoice] = useState<'a' | 'b'>('a');
  return (
    <Part title="Field, choice">
      <TextField label="Text" help="What it is for." placeholder="Placeholder" className="w-56" />
      <TextField label="Wrong" error="Say which day." defaultValue="31 February" className="w-56" />
      <TextField label="Optional" isOptional disabled defaultValue="Disabled" className="w-56" />
      <SelectField label="Select" options={[{ value: 'USD', label: 'US dollar' }]} className="w-56" />
      <TextArea label="Area" className="w-56" />
      <div className="flex w-72 flex-col gap-3">
        <Checkbox label="Checkbox" help="With help." checked={isOn} onChange={setOn} />
        <Checkbox label="Indeterminate" checked="indeterminate" onChange={() => undefined} />
        <Checkbox label="Disabled" checked={false} disabled onChange={() => undefined} />
        <Switch label="Switch" help="With help." checked={isOn} onChange={setOn} />
        <Choices
          legend="Choices"
          value={choice}
          onChange={setChoice}
          options={[
            { value: 'a', label: 'First', help: 'With help.' },
            { value: 'b', label: 'Second' },
          ]}
        />
      </div>
    </Part>
  );
}

export function Overlays() {
  const [isOpen, setOpen] = useState(false);
  const [tab, setTab] = useState<'one' | 'two'>('one');
  const toast = useToast();
  return (
    <Part title="Dialog, menu, tooltip, toast, tabs">
      <Button onClick={() => setOpen(true)}>Dialog</Button>
      <Dialog
        open={isOpen}
        onOpenChange={setOpen}
        title="Dismiss this finding?"
        description="You can take it back at any time."
        footer={
          <>
            <Button onClick={() => setOpen(false)}>Cancel</Button>
            <Button kind="primary" onClick={() => setOpen(false)}>
              Dismiss
            </Button>
          </>
        }
      >
        <TextField label="Why" />
      </Dialog>
      <Menu
        trigger={<Button>Menu</Button>}
        items={[
          { label: 'Chosen', isChosen: true, onSelect: () => undefined },
          { label: 'Not chosen', isChosen: false, onSelect: () => undefined },
          { label: 'Delete', isCritical: true, onSelect: () => undefined },
        ]}
      />
      <Tooltip text="More about it.">
        <Button>Tooltip</Button>
      </Tooltip>
      <Button onClick={() => toast({ text: '3 findings dismissed', action: { label: 'Undo', run: () => undefined } })}>
        Toast with undo
      </Button>
      <Button onClick={() => toast({ text: 'That did not work', isError: true })}>Toast of an error</Button>
      <div className="w-full">
        <Tabs
          label="Tabs"
          value={tab}
          onChange={setTab}
          tabs={[
            { value: 'one', label: 'One', content: 'First' },
            { value: 'two', label: 'Two', content: 'Second' },
          ]}
        />
      </div>
    </Part>
  );
}
