'use client';
import { Inbox } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { ApiError } from '@/api/error';
import { Badge, StateBadge, VerdictBadge } from '@/ui/badge';
import { Banner } from '@/ui/banner';
import { Button, IconButton } from '@/ui/button';
import { Card, CardHeader } from '@/ui/card';
import { Checkbox, Choices, Switch } from '@/ui/choice';
import { ConfidenceReasons } from '@/ui/confidence';
import { Dialog } from '@/ui/dialog';
import { Dropzone } from '@/ui/dropzone';
import { SelectField, TextArea, TextField } from '@/ui/field';
import { Menu } from '@/ui/menu';
import { Meter } from '@/ui/meter';
import { Money } from '@/ui/money';
import { Page } from '@/ui/page';
import { Skeleton, SkeletonCard } from '@/ui/skeleton';
import { StackedBars } from '@/ui/stacked-bars';
import { EmptyState, ErrorState } from '@/ui/states';
import { Stepper, type StepState } from '@/ui/stepper';
import { Table, Td, Th, Tr } from '@/ui/table';
import { Tabs } from '@/ui/tabs';
import { Timeline } from '@/ui/timeline';
import { useToast } from '@/ui/toast';
import { Tooltip } from '@/ui/tooltip';
import { Waterfall } from '@/ui/waterfall';

// For developers, reached by its address only: every part of the kit in every state. Its texts are examples and stay English.

export function GalleryParts() {
  const [skin, setSkin] = useState<'site' | 'embedded'>('site');
  const [scheme, setScheme] = useState<'light' | 'dark' | 'system'>('system');
  return (
    <div data-skin={skin} data-scheme={scheme === 'system' ? undefined : scheme} className="bg-page p-4 text-text">
      <Page title="Kit" lead="Every component in every state.">
        <div className="flex gap-6">
          <Choices
            legend="Skin"
            value={skin}
            onChange={setSkin}
            options={[
              { value: 'site', label: 'Site' },
              { value: 'embedded', label: 'Embedded' },
            ]}
          />
          <Choices
            legend="Scheme"
            value={scheme}
            onChange={setScheme}
            options={[
              { value: 'system', label: 'System' },
              { value: 'light', label: 'Light' },
              { value: 'dark', label: 'Dark' },
            ]}
          />
        </div>
        <Buttons />
        <Verdicts />
        <Fields />
        <Overlays />
        <Messages />
        <Progress />
        <Figures />
        <Lists />
        <Files />
      </Page>
    </div>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <Card>
      <CardHeader title={title} />
      <div className="flex flex-wrap items-start gap-3">{children}</div>
    </Card>
  );
}

function Buttons() {
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

function Verdicts() {
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

function Fields() {
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

function Overlays() {
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

function Messages() {
  return (
    <>
      <Banner title="Information">What happened, and what to do.</Banner>
      <Banner kind="success">It is done.</Banner>
      <Banner kind="warning" title="Warning" actions={<Button size="small">Do it</Button>}>
        What happened, and what to do.
      </Banner>
      <ErrorState error={new ApiError(0, 'UNREACHABLE', '')} retry={() => undefined} />
      <ErrorState error={new ApiError(500, 'UNEXPECTED', 'Failed', {}, '01a20eff-e84f')} retry={() => undefined} />
      <EmptyState
        picture={<Inbox aria-hidden className="size-8 text-muted" />}
        title="No documents yet"
        action={<Button kind="primary">Upload</Button>}
      >
        Drop an invoice here, and see what it says within a minute.
      </EmptyState>
      <SkeletonCard />
    </>
  );
}

const steps = (at: number, state: StepState) =>
  ['Upload', 'Read', 'Understand', 'Compare', 'Done'].map((name, index) => ({
    name,
    state: index < at ? ('done' as const) : index === at ? state : ('ahead' as const),
    detail: index < at ? '0.4 s' : undefined,
  }));

function Progress() {
  return (
    <Part title="Stepper, meter, skeleton">
      <div className="flex w-48 flex-col gap-3">
        <Stepper isCompact steps={steps(2, 'now')} />
        <Stepper isCompact steps={steps(1, 'failed')} />
        <Stepper isCompact steps={steps(5, 'done')} />
        <Skeleton className="h-5 w-32" />
      </div>
      <div className="w-48">
        <Stepper steps={steps(2, 'now')} />
      </div>
      <div className="w-48">
        <Stepper steps={steps(1, 'failed')} />
      </div>
      <div className="flex w-64 flex-col gap-3">
        <Meter label="Documents" used={12} limit={50} text="12 of 50" />
        <Meter label="Documents" used={45} limit={50} text="45 of 50" />
        <Meter label="Documents" used={50} limit={50} text="50 of 50" />
      </div>
    </Part>
  );
}

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

function Figures() {
  return (
    <Part title="Charts">
      <div className="w-full">
        <StackedBars
          label="Spend by month"
          tick={(value) => `$${value}`}
          series={[
            { key: 'a', name: 'Klaviyo' },
            { key: 'b', name: 'Gorgias' },
            { key: 'rest', name: 'All others', isRest: true },
          ]}
          bars={months.map((short, index) => ({
            key: short,
            label: `${short} 2026`,
            short,
            total: `$${300 + index * 40}`,
            parts: [
              { series: 'a', value: 150, text: '$150' },
              { series: 'b', value: 100 + index * 30, text: `$${100 + index * 30}` },
              { series: 'rest', value: 50 + index * 10, text: `$${50 + index * 10}` },
            ],
          }))}
        />
      </div>
      <div className="w-full">
        <Waterfall
          label="From January to February"
          currency="USD"
          steps={[
            { key: 'from', label: 'January 2026', amount: '140.00', kind: 'total' },
            { key: 'seats', label: 'More seats', amount: '60.00', kind: 'change' },
            { key: 'discount', label: 'Discount', amount: '-20.00', kind: 'change' },
            { key: 'unexplained', label: 'Unexplained', amount: '210.00', kind: 'unexplained' },
            { key: 'to', label: 'February 2026', amount: '390.00', kind: 'total' },
          ]}
        />
      </div>
    </Part>
  );
}

function Lists() {
  return (
    <>
      <Card flush>
        <Table caption="Charges">
          <thead>
            <tr>
              <Th>What</Th>
              <Th>When</Th>
              <Th isNumber>Amount</Th>
            </tr>
          </thead>
          <tbody>
            {['10.00', '1200.50'].map((amount) => (
              <Tr key={amount}>
                <Td>Insight plan</Td>
                <Td>Feb 1, 2026</Td>
                <Td isNumber>
                  <Money amount={amount} currency="USD" />
                </Td>
              </Tr>
            ))}
          </tbody>
        </Table>
      </Card>
      <Card>
        <Timeline
          entries={[
            { id: '1', when: 'Jan 1, 2026', what: 'Insight plan', amount: <Money amount="140" currency="USD" /> },
            {
              id: '2',
              when: 'Feb 1, 2026',
              what: 'Insight plan',
              amount: <Money amount="390" currency="USD" />,
              mark: 'this one',
            },
          ]}
        />
      </Card>
    </>
  );
}

function Files() {
  return (
    <>
      <Dropzone title="Drop invoices here" detail="PDF, scans, photos, CSV, mail, ZIP" onFiles={() => undefined} />
      <Dropzone disabled title="The month's documents are used" onFiles={() => undefined} />
    </>
  );
}
