'use client';
import { type ComponentProps, useRef } from 'react';
import { Button } from './button';

/** A button that asks for one file. The same file may be chosen again. */
export function FileButton({
  accept,
  testId,
  onFile,
  ...button
}: Omit<ComponentProps<typeof Button>, 'onClick'> & {
  /** The accept attribute of the file input. */
  accept?: string;
  /** For tests that set the input's files. */
  testId?: string;
  onFile: (file: File) => void;
}) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <input
        ref={input}
        type="file"
        hidden
        accept={accept}
        data-testid={testId}
        onChange={(event) => {
          const file = event.target.files?.[0];
          event.target.value = '';
          if (file) {
            onFile(file);
          }
        }}
      />
      <Button {...button} onClick={() => input.current?.click()} />
    </>
  );
}
