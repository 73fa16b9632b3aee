'use client';
import clsx from 'clsx';
import { FileUp } from 'lucide-react';
import { type DragEvent, type ReactNode, useRef, useState } from 'react';
import { useWords } from '@/i18n/language';
import { Button } from './button';
import { filesOf } from './dropped-files';
import { uiWords } from './words.en';

/** Takes files and whole folders, dropped anywhere on its content or chosen by button. */
export function Dropzone({
  onFiles,
  accept,
  title,
  detail,
  disabled = false,
  children,
}: {
  onFiles: (files: File[]) => void;
  /** As of an input of type file: extensions and types. */
  accept?: string;
  title: ReactNode;
  detail?: ReactNode;
  disabled?: boolean;
  /** What else of the page takes a drop. */
  children?: ReactNode;
}) {
  const t = useWords(uiWords);
  const [isOver, setOver] = useState(false);
  const depth = useRef(0);
  const files = useRef<HTMLInputElement>(null);
  const folder = useRef<HTMLInputElement>(null);
  const take = (list: Iterable<File>) => {
    const taken = [...list];
    if (taken.length > 0 && !disabled) {
      onFiles(taken);
    }
  };
  const carriesFiles = (event: DragEvent) => event.dataTransfer.types.includes('Files');
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is a shortcut; the buttons do the same by keyboard.
    <div
      onDragEnter={(event) => {
        if (carriesFiles(event)) {
          depth.current += 1;
          setOver(true);
        }
      }}
      onDragLeave={(event) => {
        if (carriesFiles(event)) {
          depth.current -= 1;
          setOver(depth.current > 0);
        }
      }}
      onDragOver={(event) => event.preventDefault()}
      onDrop={async (event) => {
        event.preventDefault();
        depth.current = 0;
        setOver(false);
        take(await filesOf(event.dataTransfer));
      }}
      className="flex flex-col gap-4"
    >
      <div
        className={clsx(
          'flex flex-col items-center rounded-card border border-dashed px-6 py-8 text-center transition-colors duration-100',
          isOver && !disabled ? 'border-action bg-selected' : 'border-control/60 bg-card',
        )}
      >
        <FileUp aria-hidden className="size-6 text-muted" />
        <p className="mt-2 font-semibold text-[15px]">{isOver && !disabled ? t('dropHere') : title}</p>
        {detail && <p className="mt-0.5 max-w-lg text-muted">{detail}</p>}
        <div className="mt-4 flex flex-wrap justify-center gap-2">
          <Button kind="primary" disabled={disabled} onClick={() => files.current?.click()}>
            {t('chooseFiles')}
          </Button>
          <Button disabled={disabled} onClick={() => folder.current?.click()}>
            {t('chooseFolder')}
          </Button>
        </div>
        <input
          ref={files}
          type="file"
          multiple
          hidden
          accept={accept}
          data-testid="files"
          onChange={(event) => {
            take(event.target.files ?? []);
            event.target.value = '';
          }}
        />
        <input
          ref={(input) => {
            folder.current = input;
            input?.setAttribute('webkitdirectory', '');
          }}
          type="file"
          hidden
          onChange={(event) => {
            take(event.target.files ?? []);
            event.target.value = '';
          }}
        />
      </div>
      {children}
    </div>
  );
}
