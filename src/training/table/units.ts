// Amounts as people write them: a number with the sign of its unit before or after it, percent or a currency's; and dates,
// which are no amounts.

/** A cell cut into its number and the sign beside it. */
export interface Amount {
  /** What is left without the sign, with the minus of the number if it stood before the sign. */
  readonly bare: string;
  readonly unit: string;
}

/** Percent, the codes of currencies, and how some of them are written at home. */
const units = new Set(
  (
    '% ‰ AED ARS AUD BGN BRL CAD CHF CLP CNY COP CZK DKK EGP EUR GBP HKD HUF IDR ILS INR ISK JPY KES KRW MXN MYR NGN NOK ' +
    'NZD PEN PHP PLN RON RUB SAR SEK SGD THB TRY UAH USD VND ZAR Euro Fr Fr. Ft Kč kr zł'
  ).split(' '),
);
/** The signs of currencies, also as US$ and R$. */
const currency = /^[A-Z]{0,2}\p{Sc}$/u;
const isUnit = (text: string): boolean =>
  text.length > 0 && text.length <= 4 && (units.has(text) || currency.test(text));

/** Longer cells are no amounts that anybody writes. */
const longestAmount = 48;
/** A sign, and what stands between it and the number. */
const longestSign = 8;

const isDigit = (code: number): boolean => code >= 48 && code <= 57;
const signs = '+-−';

/** Whether a number begins with the cell: a digit, also behind its sign or its decimal sign. */
const beginsAsNumber = (cell: string): boolean =>
  isDigit(cell.charCodeAt(0)) || (`${signs}.,`.includes(cell[0]) && isDigit(cell.charCodeAt(1)));

/** The number of a cell and the sign of its unit; null where there is none. */
export function amountIn(cell: string): Amount | null {
  if (cell.length < 2 || cell.length > longestAmount) return null;
  const isEnd = isDigit(cell.charCodeAt(cell.length - 1));
  if (isEnd === beginsAsNumber(cell)) return null;
  return isEnd ? behindSign(cell) : beforeSign(cell);
}

function beforeSign(cell: string): Amount | null {
  let end = cell.length;
  const least = Math.max(0, end - longestSign);
  while (end > least && !isDigit(cell.charCodeAt(end - 1))) end--;
  const unit = cell.slice(end).trim();
  return isUnit(unit) ? { bare: cell.slice(0, end), unit } : null;
}

function behindSign(cell: string): Amount | null {
  let start = 0;
  while (start < longestSign && !isDigit(cell.charCodeAt(start))) start++;
  const isSignFirst = signs.includes(cell[0]);
  // A minus stands before the unit or behind it.
  const isSignLast = !isSignFirst && start > 0 && signs.includes(cell[start - 1]);
  const unit = cell.slice(isSignFirst ? 1 : 0, isSignLast ? start - 1 : start).trim();
  const sign = isSignFirst ? cell[0] : isSignLast ? cell[start - 1] : '';
  return isUnit(unit) ? { bare: `${sign}${cell.slice(start)}`, unit } : null;
}

export const isMoney = (unit: string): boolean => unit !== '' && unit !== '%' && unit !== '‰';

/** Money with one sign before three digits: these are thousands, as nobody has a thousandth of a coin. */
export const roundThousands = /^[+\-−]?[1-9]\d{0,2}([.,])\d{3}$/;

const clock = String.raw`\d{1,2}:\d{2}(?::\d{2}(?:[.,]\d+)?)?(?: ?[AaPp][Mm])?`;
const day = [
  String.raw`\d{4}([-/.])\d{1,2}\1\d{1,2}`,
  String.raw`\d{1,2}([-/.])\d{1,2}\2(?:\d{4}|\d{2})`,
  String.raw`\d{1,2}\.? \p{L}{3,9}\.? \d{4}`,
  String.raw`\p{L}{3,9}\.? \d{1,2}, \d{4}`,
].join('|');
const date = new RegExp(`^(?:(?:${day})(?:[T ,]+${clock}(?:Z|[+-]\\d{2}:?\\d{2})?)?|${clock})$`, 'u');

/** Whether a cell looks like a day, a time of day, or both. */
export const isDate = (cell: string): boolean =>
  cell.length <= longestAmount &&
  (isDigit(cell.charCodeAt(0)) || isDigit(cell.charCodeAt(cell.length - 1))) &&
  date.test(cell);
