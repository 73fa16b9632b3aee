import type { ReactNode } from 'react';
import { Card, CardHeader } from '@/ui/card';

export function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <Card>
      <CardHeader title={title} />
      <div className="flex flex-wrap items-start gap-3">{children}</div>
    </Card>
  );
}
