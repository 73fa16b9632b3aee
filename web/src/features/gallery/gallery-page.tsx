'use client';
import { useState } from 'react';
import { Choices } from '@/ui/choice';
import { Page } from '@/ui/page';
import { Figures, Files, Lists, Messages, Progress } from './content';
import { Buttons, Fields, Overlays, Verdicts } from './controls';

/** Every part of the kit in every state, served in development only. Its texts are examples and stay English. */
export function GalleryPage() {
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
