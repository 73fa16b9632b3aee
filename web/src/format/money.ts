import { numberFormat } from './intl';

/** An amount as the api sends it: decimal digits in a string, so that no cent is lost. */
export type Amount = string;

/**
 * Writes an amount with its currency and all of its minor units. The digits go to Intl as text, never as a binary
 * number. A currency that Intl does not know follows the number unchanged.
 */
export function money(
  amount: Amount,
  currency: string | null,
  locale: string,
  options: { sign?: boolean } = {},
): string {
  const signDisplay = options.sign ? 'exceptZero' : 'auto';
  const value = amount as Intl.StringNumericLiteral;
  if (currency === null) {
    return numberFormat(locale, {
      signDisplay,
      minimumFractionDigits: 2,
      maximumFractionDigits: 8,
    }).format(value);
  }

  try {
    const format = numberFormat(locale, { style: 'currency', currency, signDisplay });
    // A price of 0.0035 a message is not 0.00.
    return fractionOf(amount) <= (format.resolvedOptions().maximumFractionDigits ?? 2)
      ? format.format(value)
      : numberFormat(locale, { style: 'currency', currency, signDisplay, maximumFractionDigits: 8 }).format(value);
  } catch {
    return `${money(amount, null, locale, options)} ${currency}`;
  }
}

/** The number of decimal places without trailing zeros. */
function fractionOf(amount: Amount): number {
  return (amount.split('.')[1] ?? '').replace(/0+$/, '').length;
}

/** For comparisons and the height of a bar only, never for an amount that is shown. */
export function approximate(amount: Amount): number {
  return Number(amount);
}

/** Adds amounts of one currency exactly. */
export function sum(amounts: readonly Amount[]): Amount {
  const places = Math.max(0, ...amounts.map((amount) => (amount.split('.')[1] ?? '').length));
  const total = amounts.reduce((units, amount) => units + unitsOf(amount, places), 0n);
  const digits = (total < 0n ? -total : total).toString().padStart(places + 1, '0');
  const text = places === 0 ? digits : `${digits.slice(0, -places)}.${digits.slice(-places)}`;
  return total < 0n ? `-${text}` : text;
}

function unitsOf(amount: Amount, places: number): bigint {
  const [whole = '0', fraction = ''] = amount.replace(/^[-+]/, '').split('.');
  const units = BigInt(whole + fraction.padEnd(places, '0'));
  return amount.startsWith('-') ? -units : units;
}
