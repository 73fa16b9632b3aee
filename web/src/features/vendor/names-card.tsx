'use client';
import { useMutation } from '@tanstack/react-query';
import { X } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import { answer, api, type Schema } from '@/api/client';
import { useRefresh } from '@/api/queries';
import { useMayChange } from '@/api/shop';
import { useWords } from '@/i18n/language';
import { Badge } from '@/ui/badge';
import { Button, IconButton } from '@/ui/button';
import { Card, CardHeader } from '@/ui/card';
import { TextField } from '@/ui/field';
import { useToast } from '@/ui/toast';
import { vendorWords } from './words.en';

/** Which names are this vendor's, and what it is for: what the rules cannot know by themselves. */
export function NamesCard({ vendor: { key, figures, overlay } }: { vendor: Schema<'VendorView'> }) {
  const t = useWords(vendorWords);
  const toast = useToast();
  const refresh = useRefresh();
  const mayChange = useMayChange();
  const [alias, setAlias] = useState('');
  const [purpose, setPurpose] = useState(overlay?.function ?? '');
  const aliases = overlay?.aliases ?? [];
  const put = useMutation({
    mutationFn: (change: { aliases?: readonly string[]; function?: string | null }) =>
      answer(
        api.PUT('/v1/organization/vendors/{vendorKey}', {
          params: { path: { vendorKey: overlay?.key ?? key } },
          body: {
            name: overlay?.name ?? figures.name,
            category: overlay?.category ?? null,
            function: overlay?.function ?? null,
            ...change,
            aliases: [...(change.aliases ?? aliases)],
          },
        }),
      ),
    onSuccess: async () => {
      setAlias('');
      await refresh();
      toast({ text: t('saved') });
    },
  });
  const error = put.error?.message;
  const isOfName = put.variables?.aliases !== undefined;
  const add = (event: FormEvent) => {
    event.preventDefault();
    if (alias.trim() !== '') {
      put.mutate({ aliases: [...aliases, alias.trim()] });
    }
  };
  return (
    <Card>
      <CardHeader title={t('names')} detail={t('namesHelp')} />
      <div className="grid gap-5 sm:grid-cols-2">
        <div>
          <h3 className="mb-1.5 font-medium">{t('seen')}</h3>
          <ul className="flex flex-wrap gap-1.5">
            {figures.aliases.map((name) => (
              <li key={name}>
                <Badge>{name}</Badge>
              </li>
            ))}
          </ul>
          <h3 className="mt-4 mb-1.5 font-medium">{t('added')}</h3>
          {aliases.length === 0 && <p className="text-muted">{t('noneAdded')}</p>}
          <ul>
            {aliases.map((name) => (
              <li key={name} className="flex items-center justify-between gap-2">
                <span className="break-words">{name}</span>
                {mayChange && (
                  <IconButton
                    label={t('remove', { name })}
                    onClick={() => put.mutate({ aliases: aliases.filter((one) => one !== name) })}
                  >
                    <X aria-hidden className="size-4" />
                  </IconButton>
                )}
              </li>
            ))}
          </ul>
        </div>
        <fieldset disabled={!mayChange} className="flex flex-col gap-4">
          <form onSubmit={add} className="flex items-start gap-2">
            <TextField
              label={t('addName')}
              value={alias}
              maxLength={200}
              error={isOfName ? error : undefined}
              className="flex-1"
              onChange={(event) => setAlias(event.target.value)}
            />
            <Button type="submit" className="mt-6" busy={put.isPending && isOfName} disabled={alias.trim() === ''}>
              {t('add')}
            </Button>
          </form>
          <form
            className="flex items-start gap-2"
            onSubmit={(event) => {
              event.preventDefault();
              put.mutate({ function: purpose.trim() || null });
            }}
          >
            <TextField
              label={t('function')}
              help={t('functionHelp')}
              value={purpose}
              maxLength={60}
              error={isOfName ? undefined : error}
              className="flex-1"
              onChange={(event) => setPurpose(event.target.value)}
            />
            <Button
              type="submit"
              className="mt-6"
              busy={put.isPending && !isOfName}
              disabled={purpose.trim() === (overlay?.function ?? '')}
            >
              {t('save')}
            </Button>
          </form>
        </fieldset>
      </div>
    </Card>
  );
}
