'use client';
import { Inbox } from 'lucide-react';
import { ApiError } from '@/api/error';
import { Banner } from '@/ui/banner';
import { Button } from '@/ui/button';
import { Card } from '@/ui/card';
import { Dropzone } from '@/ui/dropzone';
import { Meter } from '@/ui/meter';
import { Money } from '@/ui/money';
import { Skeleton, SkeletonCard } from '@/ui/skeleton';
import { StackedBars } from '@/ui/stacked-bars';
import { EmptyState, ErrorState } from '@/ui/states';
import { Stepper, type StepState } from '@/ui/stepper';
import { Table, Td, Th, Tr } from '@/ui/table';
import { Timeline } from '@/ui/timeline';
import { Waterfall } from '@/ui/waterfall';
import { Part } from './part';

export function Messages() {
  return (
    <>
      <Banner title="Information">What happened, and what to do.</Banner>
      <Banner kind="success">It is done.</Banner>
      <Banner kind="warning" title="Warning" actions={<Button size="small">Do it</Button>}>
        What happened, and what to do.
      </Banner>
      <ErrorState error={new ApiError(0, 'UNREACHABLE', '')} retry={() => undefined} />
      <ErrorState error={new ApiError(500, 'UNEXPECTED', 'Failed', {}, '01a20eff-e84f')} retry={() => undefined} />
      <EmptyState
        picture={<Inbox aria-hidden className="size-8 text-muted" />}
        title="No documents yet"
        action={<Button kind="primary">Upload</Button>}
      >
        Drop an invoice here, and see what it says within a minute.
      </EmptyState>
      <SkeletonCard />
    </>
  );
}

const steps = (current: number, state: StepState) =>
  ['Upload', 'Read', 'Understand', 'Compare', 'Done'].map((name, index) => {
    if (index < current) {
      return { name, state: 'done' as const, detail: '0.4 s' };
    }

    return { name, state: index === current ? state : ('ahead' as const) };
  });

export function Progress() {
  return (
    <Part title="Stepper, meter, skeleton">
      <div className="flex w-48 flex-col gap-3">
        <Stepper isCompact steps={steps(2, 'now')} />
        <Stepper isCompact steps={steps(1, 'failed')} />
        <Stepper isCompact steps={steps(5, 'done')} />
        <Skeleton className="h-5 w-32" />
      </div>
      <div className="w-48">
        <Stepper steps={steps(2, 'now')} />
      </div>
      <div className="w-48">
        <Stepper steps={steps(1, 'failed')} />
      </div>
      <div className="flex w-64 flex-col gap-3">
        <Meter label="Documents" used={12} limit={50} text="12 of 50" />
        <Meter label="Documents" used={45} limit={50} text="45 of 50" />
        <Meter label="Documents" used={50} limit={50} text="50 of 50" />
      </div>
    </Part>
  );
}

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

export function Figures() {
  return (
    <Part title="Charts">
      <div className="w-full">
        <StackedBars
          label="Spend by month"
          tick={(value) => `$${value}`}
          series={[
            { key: 'a', name: 'Klaviyo' },
            { key: 'b', name: 'Gorgias' },
            { key: 'rest', name: 'All others', isRest: true },
          ]}
          bars={months.map((short, index) => ({
            key: short,
            label: `${short} 2026`,
            short,
            total: `$${300 + index * 40}`,
            parts: [
              { series: 'a', value: 150, text: '$150' },
              { series: 'b', value: 100 + index * 30, text: `$${100 + index * 30}` },
              { series: 'rest', value: 50 + index * 10, text: `$${50 + index * 10}` },
            ],
          }))}
        />
      </div>
      <div className="w-full">
        <Waterfall
          label="From January to February"
          currency="USD"
          steps={[
            { key: 'from', label: 'January 2026', amount: '140.00', kind: 'total' },
            { key: 'seats', label: 'More seats', amount: '60.00', kind: 'change' },
            { key: 'discount', label: 'Discount', amount: '-20.00', kind: 'change' },
            { key: 'unexplained', label: 'Unexplained', amount: '210.00', kind: 'unexplained' },
            { key: 'to', label: 'February 2026', amount: '390.00', kind: 'total' },
          ]}
        />
      </div>
    </Part>
  );
}

export function Lists() {
  return (
    <>
      <Card flush>
        <Table caption="Charges">
          <thead>
            <tr>
              <Th>What</Th>
              <Th>When</Th>
              <Th isNumber>Amount</Th>
            </tr>
          </thead>
          <tbody>
            {['10.00', '1200.50'].map((amount) => (
              <Tr key={amount}>
                <Td>Insight plan</Td>
                <Td>Feb 1, 2026</Td>
                <Td isNumber>
                  <Money amount={amount} currency="USD" />
                </Td>
              </Tr>
            ))}
          </tbody>
        </Table>
      </Card>
      <Card>
        <Timeline
          entries={[
            { id: '1', when: 'Jan 1, 2026', what: 'Insight plan', amount: <Money amount="140" currency="USD" /> },
            {
              id: '2',
              when: 'Feb 1, 2026',
              what: 'Insight plan',
              amount: <Money amount="390" currency="USD" />,
              mark: 'this one',
            },
          ]}
        />
      </Card>
    </>
  );
}

export function Files() {
  return (
    <>
      <Dropzone title="Drop invoices here" detail="PDF, scans, photos, CSV, mail, ZIP" onFiles={() => undefined} />
      <Dropzone disabled title="The month's documents are used" onFiles={() => undefined} />
    </>
  );
}
