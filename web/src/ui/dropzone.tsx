'use client';
import clsx from 'clsx';
import { FileUp } from 'lucide-react';
import { type ChangeEvent, type DragEvent, type ReactNode, useRef, useState } from 'react';
import { useWords } from '@/i18n/language';
import { Button } from './button';
import { filesOf } from './dropped-files';
import { uiWords } from './words.en';

interface DropzoneProps {
  onFiles: (files: File[]) => void;
  /** The accept attribute of a file input. */
  accept?: string;
  title: ReactNode;
  detail?: ReactNode;
  disabled?: boolean;
  /** The rest of the area that accepts a drop. */
  children?: ReactNode;
}

/** Accepts files and folders, dropped anywhere on its content or chosen with a button. */
export function Dropzone({ onFiles, accept, title, detail, disabled = false, children }: DropzoneProps) {
  const t = useWords(uiWords);
  const take = (list: Iterable<File>) => {
    const files = [...list];
    if (files.length > 0 && !disabled) {
      onFiles(files);
    }
  };
  const { isOver, handlers } = useDrop(take);
  const isTarget = isOver && !disabled;
  return (
    <div {...handlers} className="flex flex-col gap-4">
      <div
        className={clsx(
          'flex flex-col items-center rounded-card border border-dashed px-6 py-8 text-center',
          'transition-colors duration-100',
          isTarget ? 'border-action bg-selected' : 'border-control/60 bg-card',
        )}
      >
        <FileUp aria-hidden className="size-6 text-muted" />
        <p className="mt-2 font-semibold text-[15px]">{isTarget ? t('dropHere') : title}</p>
        {detail && <p className="mt-0.5 max-w-lg text-muted">{detail}</p>}
        <Choosers accept={accept} disabled={disabled} onFiles={take} />
      </div>
      {children}
    </div>
  );
}

function useDrop(onFiles: (files: Iterable<File>) => void) {
  const [isOver, setOver] = useState(false);
  // Entering a child also leaves its parent, so the two are counted.
  const depth = useRef(0);
  const move = (event: DragEvent, step: 1 | -1) => {
    if (event.dataTransfer.types.includes('Files')) {
      depth.current += step;
      setOver(depth.current > 0);
    }
  };
  const handlers = {
    onDragEnter: (event: DragEvent) => move(event, 1),
    onDragLeave: (event: DragEvent) => move(event, -1),
    onDragOver: (event: DragEvent) => event.preventDefault(),
    onDrop: async (event: DragEvent) => {
      event.preventDefault();
      depth.current = 0;
      setOver(false);
      onFiles(await filesOf(event.dataTransfer));
    },
  };
  return { isOver, handlers };
}

function Choosers({
  accept,
  disabled,
  onFiles,
}: {
  accept: string | undefined;
  disabled: boolean;
  onFiles: (files: Iterable<File>) => void;
}) {
  const t = useWords(uiWords);
  const files = useRef<HTMLInputElement>(null);
  const folder = useRef<HTMLInputElement>(null);
  const take = (event: ChangeEvent<HTMLInputElement>) => {
    onFiles(event.target.files ?? []);
    event.target.value = '';
  };
  return (
    <div className="mt-4 flex flex-wrap justify-center gap-2">
      <Button kind="primary" disabled={disabled} onClick={() => files.current?.click()}>
        {t('chooseFiles')}
      </Button>
      <Button disabled={disabled} onClick={() => folder.current?.click()}>
        {t('chooseFolder')}
      </Button>
      <input ref={files} type="file" multiple hidden accept={accept} data-testid="files" onChange={take} />
      <input
        ref={(input) => {
          folder.current = input;
          // React does not know this attribute.
          input?.setAttribute('webkitdirectory', '');
        }}
        type="file"
        hidden
        onChange={take}
      />
    </div>
  );
}
