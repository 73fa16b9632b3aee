'use client';
import clsx from 'clsx';
import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Schema } from '@/api/client';
import { useMayChange } from '@/api/shop';
import { useWords } from '@/i18n/language';
import { Button, IconButton } from '@/ui/button';
import { Card } from '@/ui/card';
import { SkeletonLines } from '@/ui/skeleton';
import { QueryBoundary } from '@/ui/states';
import { type Fact, useFacts, useRemoveFact } from './facts-data';
import { factsWords } from './words.en';

/** The facts of one kind, the newest first; each can be removed. */
export function FactList({
  kind,
  none,
  nameOf,
  children,
}: {
  kind: Schema<'FactKind'>;
  none: string;
  /** Names the fact in the label of its button. */
  nameOf: (fact: Fact) => string;
  children: (fact: Fact) => ReactNode;
}) {
  const t = useWords(factsWords);
  const facts = useFacts(kind);
  const remove = useRemoveFact();
  const mayChange = useMayChange();
  return (
    <Card>
      <QueryBoundary query={facts} skeleton={<SkeletonLines lines={4} />}>
        {(data) => {
          const items = data.pages.flatMap((page) => page.items);
          return items.length === 0 ? (
            <p className="text-muted">{none}</p>
          ) : (
            <ul>
              {items.map((fact) => (
                <li
                  key={fact.id}
                  className={clsx(
                    'flex items-start justify-between gap-3 border-line border-b py-2',
                    'first:pt-0 last:border-b-0 last:pb-0',
                  )}
                >
                  <div className="min-w-0">{children(fact)}</div>
                  {mayChange && (
                    <IconButton
                      label={t('remove', { what: nameOf(fact) })}
                      disabled={remove.isPending}
                      onClick={() => remove.mutate(fact)}
                    >
                      <X aria-hidden className="size-4" />
                    </IconButton>
                  )}
                </li>
              ))}
            </ul>
          );
        }}
      </QueryBoundary>
      {facts.hasNextPage && (
        <Button className="mt-3" busy={facts.isFetchingNextPage} onClick={() => void facts.fetchNextPage()}>
          {t('more')}
        </Button>
      )}
    </Card>
  );
}
