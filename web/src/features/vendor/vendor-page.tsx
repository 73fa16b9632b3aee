'use client';
import { useSearchParams } from 'next/navigation';
import { Suspense } from 'react';
import { answer, api } from '@/api/client';
import { ApiError } from '@/api/error';
import { useShopQuery } from '@/api/queries';
import { useShop } from '@/api/shop';
import { useFormat } from '@/format/use-format';
import { useWords } from '@/i18n/language';
import { pages } from '@/shell/pages';
import { Card } from '@/ui/card';
import { Page } from '@/ui/page';
import { SkeletonCard } from '@/ui/skeleton';
import { EmptyState, ErrorState } from '@/ui/states';
import { NamesCard } from './names-card';
import { StreamCard } from './stream-card';
import { vendorWords } from './words.en';

export function VendorPage() {
  return (
    <Suspense fallback={<Frame />}>
      <Vendor />
    </Suspense>
  );
}

function Frame() {
  const t = useWords(vendorWords);
  return (
    <Page
      title={t('title')}
      lead={<span className="invisible">{t('leadNone')}</span>}
      back={{ to: pages.vendors(), label: t('back') }}
    >
      <SkeletonCard lines={8} />
      <SkeletonCard lines={4} />
    </Page>
  );
}

function Vendor() {
  const t = useWords(vendorWords);
  const { money, date } = useFormat();
  const key = useSearchParams().get('key') ?? '';
  const shop = useShop();
  const vendor = useShopQuery(['vendor', key], (shopId, signal) =>
    answer(api.GET('/v1/shops/{shopId}/vendors/{vendorKey}', { params: { path: { shopId, vendorKey: key } }, signal })),
  );
  const back = { to: pages.vendors(), label: t('back') };
  if (vendor.data === undefined) {
    const isUnknown = vendor.error instanceof ApiError && vendor.error.status === 404;
    if (!vendor.error) {
      return <Frame />;
    }

    return (
      <Page title={t('title')} back={back}>
        {isUnknown ? (
          <EmptyState title={t('notFound')}>{t('notFoundText')}</EmptyState>
        ) : (
          <ErrorState error={vendor.error} retry={() => void vendor.refetch()} />
        )}
      </Page>
    );
  }

  const { figures, lastChargeOn, paidInTwelveMonths } = vendor.data;
  const isConverted = figures.currencies?.some((currency) => currency !== shop?.currency);
  const lead = isConverted ? 'leadConverted' : 'lead';
  const paid = money(paidInTwelveMonths, shop?.currency ?? null);
  return (
    <Page
      title={figures.name}
      back={back}
      lead={lastChargeOn ? t(lead, { amount: paid, date: date(lastChargeOn) }) : t('leadNone')}
    >
      {figures.streams.length === 0 && <Card className="text-muted">{t('noStreams')}</Card>}
      {figures.streams.map((stream) => (
        <StreamCard key={[stream.product, stream.account, stream.currency, stream.cadence].join()} stream={stream} />
      ))}
      <NamesCard key={key} vendor={vendor.data} />
    </Page>
  );
}
