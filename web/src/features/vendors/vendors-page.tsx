'use client';
import { useInfiniteQuery } from '@tanstack/react-query';
import { answer, api, type Schema } from '@/api/client';
import { useShop } from '@/api/shop';
import { useFormat } from '@/format/use-format';
import { useWords } from '@/i18n/language';
import { Link } from '@/shell/link';
import { pages } from '@/shell/pages';
import { Button, buttonClass } from '@/ui/button';
import { Card } from '@/ui/card';
import { Money } from '@/ui/money';
import { Page } from '@/ui/page';
import { SkeletonCard } from '@/ui/skeleton';
import { EmptyState, QueryBoundary } from '@/ui/states';
import { Table, Td, Th, Tr } from '@/ui/table';
import { vendorsWords } from './words.en';

const PerPage = 50;

type Vendor = Schema<'VendorListItem'>;

function useVendors() {
  const shop = useShop();
  return useInfiniteQuery({
    queryKey: [shop?.id, 'vendors'],
    enabled: shop !== undefined,
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam, signal }) =>
      answer(
        api.GET('/v1/shops/{shopId}/vendors', {
          params: { path: { shopId: shop?.id ?? '' }, query: { cursor: pageParam, limit: PerPage } },
          signal,
        }),
      ),
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  });
}

export function VendorsPage() {
  const t = useWords(vendorsWords);
  const vendors = useVendors();
  return (
    <Page title={t('title')} lead={t('lead')}>
      <QueryBoundary query={vendors} skeleton={<SkeletonCard lines={10} />}>
        {(data) => {
          const items = data.pages.flatMap((page) => page.items);
          return items.length === 0 ? <NoVendors /> : <VendorTable items={items} />;
        }}
      </QueryBoundary>
      {vendors.hasNextPage && (
        <div className="flex justify-center">
          <Button busy={vendors.isFetchingNextPage} onClick={() => void vendors.fetchNextPage()}>
            {t('more')}
          </Button>
        </div>
      )}
    </Page>
  );
}

function NoVendors() {
  const t = useWords(vendorsWords);
  return (
    <EmptyState
      title={t('emptyTitle')}
      action={
        <Link to={pages.uploads()} className={buttonClass('primary')}>
          {t('upload')}
        </Link>
      }
    >
      {t('emptyText')}
    </EmptyState>
  );
}

function VendorTable({ items }: { items: readonly Vendor[] }) {
  const t = useWords(vendorsWords);
  return (
    <Card flush>
      <Table caption={t('list')}>
        <thead>
          <tr>
            <Th>{t('vendor')}</Th>
            <Th className="max-sm:hidden">{t('lastCharge')}</Th>
            <Th isNumber>{t('paid')}</Th>
          </tr>
        </thead>
        <tbody>
          {items.map((vendor) => (
            <VendorRow key={vendor.key} vendor={vendor} />
          ))}
        </tbody>
      </Table>
    </Card>
  );
}

function VendorRow({ vendor }: { vendor: Vendor }) {
  const t = useWords(vendorsWords);
  const { date } = useFormat();
  const shop = useShop();
  const last = vendor.lastChargeOn ? date(vendor.lastChargeOn) : t('never');
  return (
    <Tr className="hover:bg-hover/60">
      <Td>
        <Link to={pages.vendor(vendor.key)} className="focus-ring rounded font-medium hover:underline">
          {vendor.name}
        </Link>
        <span className="block text-muted text-xs sm:hidden">{last}</span>
      </Td>
      <Td className="text-muted max-sm:hidden">{last}</Td>
      <Td isNumber>
        <Money amount={vendor.paidInTwelveMonths} currency={shop?.currency ?? null} />
      </Td>
    </Tr>
  );
}
