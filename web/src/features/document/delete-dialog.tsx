'use client';
import { useWords } from '@/i18n/language';
import { Button } from '@/ui/button';
import { Dialog } from '@/ui/dialog';
import { documentWords } from './words.en';

export function DeleteDialog({
  isBusy,
  onDelete,
  onClose,
}: {
  isBusy: boolean;
  onDelete: () => void;
  onClose: () => void;
}) {
  const t = useWords(documentWords);
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={t('deleteTitle')}
      footer={
        <>
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button kind="critical" busy={isBusy} onClick={onDelete}>
            {t('deleteYes')}
          </Button>
        </>
      }
    >
      {t('deleteText')}
    </Dialog>
  );
}
