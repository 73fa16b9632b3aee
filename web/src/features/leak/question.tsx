'use client';
import { CircleHelp } from 'lucide-react';
import { useState } from 'react';
import type { Schema } from '@/api/client';
import { useMayChange } from '@/api/shop';
import { useWords } from '@/i18n/language';
import { Button } from '@/ui/button';
import { TextField } from '@/ui/field';
import { useToast } from '@/ui/toast';
import { uiWords } from '@/ui/words.en';
import { useMove } from './use-move';
import { leakWords } from './words.en';

type Option = Schema<'AnswerOption'>;

/** One question with a button per answer. An answer that needs a day or a currency opens a field for it. */
export function Question({ finding }: { finding: Schema<'FindingView'> }) {
  const t = useWords(leakWords);
  const ui = useWords(uiWords);
  const toast = useToast();
  const move = useMove(finding.id);
  const mayChange = useMayChange();
  const [opened, open] = useState<Option | null>(null);
  const [sent, setSent] = useState<Option | null>(null);
  const give = (option: Option, entered: { value?: string; on?: string } = {}) => {
    setSent(option);
    move.mutate(
      {
        kind: 'answer',
        body: { answer: option.id, value: entered.value ?? option.value, on: entered.on ?? null },
      },
      { onSuccess: () => toast({ text: t('answeredLeak') }) },
    );
  };
  const toggle = (option: Option) => open(opened === option ? null : option);
  return (
    <section
      aria-labelledby="question"
      className="rounded-card border border-review/30 bg-review-tint p-4 shadow-card sm:p-5"
    >
      <h2 id="question" className="flex items-center gap-1.5 font-semibold text-review">
        <CircleHelp aria-hidden className="size-4" />
        {t('question')}
      </h2>
      <p className="mt-1 font-semibold text-[15px] leading-6">{finding.question}</p>
      <div className="mt-3 flex flex-wrap gap-2">
        {finding.answers.map((option) => (
          <Button
            key={`${option.id} ${option.value}`}
            aria-expanded={option.asks === 'NONE' ? undefined : opened === option}
            busy={move.isPending && sent === option}
            disabled={!mayChange}
            onClick={() => (option.asks === 'NONE' ? give(option) : toggle(option))}
            className="text-left"
          >
            {option.label}
            {option.asks !== 'NONE' && '…'}
          </Button>
        ))}
      </div>
      {!mayChange && <p className="mt-2 text-muted">{ui('viewOnly')}</p>}
      {opened && <Entry option={opened} isBusy={move.isPending} onEnter={(entered) => give(opened, entered)} />}
    </section>
  );
}

function Entry({
  option,
  isBusy,
  onEnter,
}: {
  option: Option;
  isBusy: boolean;
  onEnter: (entered: { value?: string; on?: string }) => void;
}) {
  const t = useWords(leakWords);
  const [text, setText] = useState('');
  const isDate = option.asks === 'DATE';
  return (
    <form
      className="mt-3 flex flex-wrap items-end gap-2"
      onSubmit={(event) => {
        event.preventDefault();
        onEnter(isDate ? { on: text } : { value: text.toUpperCase() });
      }}
    >
      <TextField
        label={isDate ? t('asksDate') : t('asksCurrency')}
        type={isDate ? 'date' : 'text'}
        required
        autoFocus
        pattern={isDate ? undefined : '[A-Za-z]{3}'}
        className="w-44"
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <Button type="submit" kind="primary" busy={isBusy}>
        {t('answer')}
      </Button>
    </form>
  );
}
