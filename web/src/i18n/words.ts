import { numberFormat, pluralRules } from '@/format/intl';

/** A text, or its forms by number (Intl.PluralRules of `n`). */
export type Text = string | { readonly one?: string; readonly other: string };
export type Dictionary = Readonly<Record<string, Text>>;

/** A translation of a dictionary: the same keys, nothing else. */
export type Translation<Of extends Words<string, Dictionary>> = { readonly [Key in keyof Of['texts']]: Text };

/** The texts of one page or feature. English is the source of the keys. */
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

/** Fills `{name}`. Numbers follow the locale and `n` selects the form; a name without a value stays visible. */
export function fill(text: Text, locale: string, values: Values = {}): string {
  return formOf(text, locale, values).replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = values[name] ?? whole;
    return typeof value === 'number' ? numberFormat(locale).format(value) : value;
  });
}

function formOf(text: Text, locale: string, values: Values): string {
  if (typeof text === 'string') {
    return text;
  }

  const isOne = pluralRules(locale).select(Number(values.n)) === 'one';
  return isOne ? (text.one ?? text.other) : text.other;
}
