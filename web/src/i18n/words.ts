import { numberFormat, pluralRules } from '@/format/intl';

/** A text, or its forms by number (Intl.PluralRules of `n`). */
export type Text = string | { readonly one?: string; readonly other: string };
export type Dictionary = Readonly<Record<string, Text>>;

/** What a translation of a dictionary must have: the same keys, nothing else. */
export type Translation<Of extends Words<string, Dictionary>> = { readonly [Key in keyof Of['texts']]: Text };

/** The words of one page or feature in English, which is the source of its keys. */
export interface Words<Name extends string, Texts extends Dictionary> {
  readonly name: Name;
  readonly texts: Texts;
}

export function words<const Name extends string, const Texts extends Dictionary>(
  name: Name,
  texts: Texts,
): Words<Name, Texts> {
  return { name, texts };
}

export type Values = Readonly<Record<string, string | number>>;

/** Fills `{name}`; numbers are written the locale's way, and `n` chooses the form. A name without a value stays visible. */
export function fill(text: Text, locale: string, values: Values = {}): string {
  const form =
    typeof text === 'string'
      ? text
      : pluralRules(locale).select(Number(values.n)) === 'one'
        ? (text.one ?? text.other)
        : text.other;
  return form.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = values[name];
    return value === undefined ? whole : typeof value === 'number' ? numberFormat(locale).format(value) : value;
  });
}
