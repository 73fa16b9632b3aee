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

type Vendor = Schema<'VendorView'>;
type Changes = { aliases?: readonly string[]; function?: string | null };

/** The names that belong to this vendor, and its purpose: what the rules cannot know by themselves. */
export function NamesCard({ vendor }: { vendor: Vendor }) {
  const t = useWords(vendorWords);
  const mayChange = useMayChange();
  const change = useChangeVendor(vendor);
  const aliases = vendor.overlay?.aliases ?? [];
  return (
    <Card>
      <CardHeader title={t('names')} detail={t('namesHelp')} />
      <div className="grid gap-5 sm:grid-cols-2">
        <div>
          <h3 className="mb-1.5 font-medium">{t('seen')}</h3>
          <ul className="flex flex-wrap gap-1.5">
            {vendor.figures.aliases.map((name) => (
              <li key={name}>
                <Badge>{name}</Badge>
              </li>
            ))}
          </ul>
          <h3 className="mt-4 mb-1.5 font-medium">{t('added')}</h3>
          {aliases.length === 0 && <p className="text-muted">{t('noneAdded')}</p>}
          <ul>
            {aliases.map((name) => (
              <AddedName
                key={name}
                name={name}
                onRemove={() => change.mutate({ aliases: aliases.filter((alias) => alias !== name) })}
              />
            ))}
          </ul>
        </div>
        <fieldset disabled={!mayChange} className="flex flex-col gap-4">
          <NameForm aliases={aliases} change={change} />
          <PurposeForm known={vendor.overlay?.function ?? ''} change={change} />
        </fieldset>
      </div>
    </Card>
  );
}

function useChangeVendor({ key, figures, overlay }: Vendor) {
  const t = useWords(vendorWords);
  const toast = useToast();
  const refresh = useRefresh();
  return useMutation({
    mutationFn: ({ aliases, ...rest }: Changes) =>
      answer(
        api.PUT('/v1/organization/vendors/{vendorKey}', {
          params: { path: { vendorKey: overlay?.key ?? key } },
          body: {
            name: overlay?.name ?? figures.name,
            category: overlay?.category ?? null,
            function: overlay?.function ?? null,
            ...rest,
            aliases: [...(aliases ?? overlay?.aliases ?? [])],
          },
        }),
      ),
    onSuccess: async () => {
      await refresh();
      toast({ text: t('saved') });
    },
  });
}

type Change = ReturnType<typeof useChangeVendor>;

function AddedName({ name, onRemove }: { name: string; onRemove: () => void }) {
  const t = useWords(vendorWords);
  const mayChange = useMayChange();
  return (
    <li className="flex items-center justify-between gap-2">
      <span className="break-words">{name}</span>
      {mayChange && (
        <IconButton label={t('remove', { name })} onClick={onRemove}>
          <X aria-hidden className="size-4" />
        </IconButton>
      )}
    </li>
  );
}

function NameForm({ aliases, change }: { aliases: readonly string[]; change: Change }) {
  const t = useWords(vendorWords);
  const [alias, setAlias] = useState('');
  const isOwn = change.variables?.aliases !== undefined;
  const add = (event: FormEvent) => {
    event.preventDefault();
    if (alias.trim() !== '') {
      change.mutate({ aliases: [...aliases, alias.trim()] }, { onSuccess: () => setAlias('') });
    }
  };
  return (
    <form onSubmit={add} className="flex items-start gap-2">
      <TextField
        label={t('addName')}
        value={alias}
        maxLength={200}
        error={isOwn && change.error?.message}
        className="flex-1"
        onChange={(event) => setAlias(event.target.value)}
      />
      <Button type="submit" className="mt-6" busy={change.isPending && isOwn} disabled={alias.trim() === ''}>
        {t('add')}
      </Button>
    </form>
  );
}

function PurposeForm({ known, change }: { known: string; change: Change }) {
  const t = useWords(vendorWords);
  const [purpose, setPurpose] = useState(known);
  const isOwn = change.variables?.function !== undefined;
  const save = (event: FormEvent) => {
    event.preventDefault();
    change.mutate({ function: purpose.trim() || null });
  };
  return (
    <form onSubmit={save} className="flex items-start gap-2">
      <TextField
        label={t('function')}
        help={t('functionHelp')}
        value={purpose}
        maxLength={60}
        error={isOwn && change.error?.message}
        className="flex-1"
        onChange={(event) => setPurpose(event.target.value)}
      />
      <Button type="submit" className="mt-6" busy={change.isPending && isOwn} disabled={purpose.trim() === known}>
        {t('save')}
      </Button>
    </form>
  );
}
