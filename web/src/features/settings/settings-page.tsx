'use client';
import clsx from 'clsx';
import { useFormat } from '@/format/use-format';
import { useWords } from '@/i18n/language';
import { Card, CardHeader } from '@/ui/card';
import { Meter } from '@/ui/meter';
import { Page } from '@/ui/page';
import { SkeletonCard, SkeletonLines } from '@/ui/skeleton';
import { QueryBoundary } from '@/ui/states';
import { PrivacyCard } from './privacy-card';
import { useMembers, useOrganization, useStore, useUsage } from './settings-data';
import { StoreCard } from './store-card';
import { settingsWords } from './words.en';

export function SettingsPage() {
  const t = useWords(settingsWords);
  const store = useStore();
  const organization = useOrganization();
  return (
    <Page title={t('title')} lead={t('lead')}>
      <QueryBoundary query={store} skeleton={<SkeletonCard lines={7} className="min-h-[252px]" />}>
        {(data) => <StoreCard store={data} />}
      </QueryBoundary>
      <QueryBoundary query={organization} skeleton={<SkeletonCard lines={12} className="min-h-[460px]" />}>
        {(data) => <PrivacyCard organization={data} />}
      </QueryBoundary>
      <PlanCard />
      <TeamCard />
    </Page>
  );
}

function PlanCard() {
  const t = useWords(settingsWords);
  const usage = useUsage();
  return (
    <Card>
      <CardHeader title={t('plan')} />
      <QueryBoundary query={usage} skeleton={<SkeletonLines lines={2} />}>
        {({ plan, documents }) => (
          <div className="flex flex-col gap-3">
            <p>{t('planIs', { plan: t(plan) })}</p>
            <Meter
              label={t('documents')}
              used={documents.used}
              limit={documents.limit}
              text={t('documentsText', { used: documents.used, limit: documents.limit })}
            />
          </div>
        )}
      </QueryBoundary>
    </Card>
  );
}

function TeamCard() {
  const t = useWords(settingsWords);
  const { moment } = useFormat();
  const members = useMembers();
  return (
    <Card>
      <CardHeader title={t('team')} />
      <QueryBoundary query={members} skeleton={<SkeletonLines lines={2} />}>
        {(items) =>
          items.length === 0 ? (
            <p className="text-muted">{t('noTeam')}</p>
          ) : (
            <ul>
              {items.map((member) => (
                <li
                  key={member.userId}
                  className={clsx(
                    'flex flex-wrap justify-between gap-x-4 border-line border-b py-2',
                    'first:pt-0 last:border-b-0 last:pb-0',
                  )}
                >
                  <span className="min-w-0 break-words">
                    {member.name ? `${member.name} · ${member.email}` : member.email}
                  </span>
                  <span className="text-muted">
                    {t(member.role)}, {t('since', { date: moment(member.since) })}
                  </span>
                </li>
              ))}
            </ul>
          )
        }
      </QueryBoundary>
    </Card>
  );
}
