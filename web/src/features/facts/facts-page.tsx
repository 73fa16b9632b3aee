'use client';
import { useRouter, useSearchParams } from 'next/navigation';
import { Suspense } from 'react';
import { useWords } from '@/i18n/language';
import { pages } from '@/shell/pages';
import { useHref } from '@/shell/shell';
import { Page } from '@/ui/page';
import { SkeletonCard } from '@/ui/skeleton';
import { Tabs } from '@/ui/tabs';
import { AppsSection } from './apps-section';
import { CancellationsSection } from './cancellations-section';
import { CreditsSection } from './credits-section';
import { WantedSection } from './wanted-section';
import { factsWords } from './words.en';

const sections = {
  apps: AppsSection,
  cancellations: CancellationsSection,
  credits: CreditsSection,
  wanted: WantedSection,
} as const;
type Section = keyof typeof sections;
const names = Object.keys(sections) as Section[];

export function FactsPage() {
  const t = useWords(factsWords);
  return (
    <Page title={t('title')} lead={t('lead')}>
      <Suspense fallback={<SkeletonCard lines={8} />}>
        <Facts />
      </Suspense>
    </Page>
  );
}

function Facts() {
  const t = useWords(factsWords);
  const router = useRouter();
  const address = useHref();
  const requested = useSearchParams().get('show');
  const shown = names.find((name) => name === requested) ?? 'apps';
  return (
    <Tabs<Section>
      label={t('sections')}
      value={shown}
      onChange={(next) => router.replace(address(`${pages.facts()}?show=${next}`), { scroll: false })}
      tabs={names.map((name) => {
        const Content = sections[name];
        return { value: name, label: t(name), content: <Content /> };
      })}
    />
  );
}
