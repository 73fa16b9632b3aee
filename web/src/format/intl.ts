/** A format of Intl takes a millisecond to create and a page needs hundreds, so each is created once. */
const formats = new Map<string, unknown>();

function cached<Options, Format>(
  name: string,
  Kind: new (locale: string, options?: Options) => Format,
): (locale: string, options?: Options) => Format {
  return (locale, options) => {
    const key = `${name} ${locale} ${options ? JSON.stringify(options) : ''}`;
    let format = formats.get(key) as Format | undefined;
    if (format === undefined) {
      format = new Kind(locale, options);
      formats.set(key, format);
    }

    return format;
  };
}

export const numberFormat = cached('number', Intl.NumberFormat);
export const dateFormat = cached('date', Intl.DateTimeFormat);
export const listFormat = cached('list', Intl.ListFormat);
export const relativeTimeFormat = cached('relative', Intl.RelativeTimeFormat);
export const pluralRules = cached('plural', Intl.PluralRules);
