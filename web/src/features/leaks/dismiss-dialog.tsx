'use client';
import { useState } from 'react';
import { useWords } from '@/i18n/language';
import { Button } from '@/ui/button';
import { Checkbox, Choices } from '@/ui/choice';
import { Dialog } from '@/ui/dialog';
import { TextArea } from '@/ui/field';
import type { Dismissal, DismissReason } from './use-dismissal';
import { leaksWords } from './words.en';

const reasons: readonly DismissReason[] = ['NOT_A_LEAK', 'NORMAL', 'TOO_SMALL', 'OTHER'];
const MaxNoteLength = 500;

interface DismissDialogProps {
  count: number;
  vendor?: string;
  isBusy: boolean;
  onClose: () => void;
  onDismiss: (dismissal: Dismissal) => void;
}

/** Asks for the reason. `vendor` is that of a single finding, for which the reason can be remembered. */
export function DismissDialog({ count, vendor, isBusy, onClose, onDismiss }: DismissDialogProps) {
  const t = useWords(leaksWords);
  const [reason, setReason] = useState<DismissReason>('NOT_A_LEAK');
  const [note, setNote] = useState('');
  const [remember, setRemember] = useState(false);
  const [wasTried, setTried] = useState(false);
  const isNoteMissing = reason === 'OTHER' && note.trim() === '';
  const dismiss = () => {
    setTried(true);
    if (!isNoteMissing) {
      onDismiss({
        reason,
        note: note.trim() || null,
        remember: remember && reason === 'NORMAL' && vendor !== undefined,
      });
    }
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t('dialogTitle', { n: count })}
      description={t('dialogText')}
      footer={
        <>
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button kind="primary" busy={isBusy} onClick={dismiss}>
            {t('dismiss')}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        <Reasons value={reason} onChange={setReason} />
        <TextArea
          label={t('note')}
          isOptional={reason !== 'OTHER'}
          rows={2}
          maxLength={MaxNoteLength}
          value={note}
          error={wasTried && isNoteMissing && t('noteNeeded')}
          onChange={(event) => setNote(event.target.value)}
        />
        {vendor !== undefined && reason === 'NORMAL' && (
          <Checkbox
            label={t('remember', { vendor })}
            help={t('rememberHelp')}
            checked={remember}
            onChange={setRemember}
          />
        )}
      </div>
    </Dialog>
  );
}

function Reasons({ value, onChange }: { value: DismissReason; onChange: (reason: DismissReason) => void }) {
  const t = useWords(leaksWords);
  return (
    <Choices
      legend={t('reason')}
      value={value}
      onChange={onChange}
      options={reasons.map((reason) => ({
        value: reason,
        label: t(reason),
        help: reason === 'OTHER' ? undefined : t(`${reason}help`),
      }))}
    />
  );
}
