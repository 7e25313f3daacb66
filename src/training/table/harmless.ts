// Texts that a spreadsheet would take for a formula, and the sign that keeps it from that.

/** What begins a formula: = + - @, their wide forms, and the blanks that are passed over before them. */
const begins = String.raw`[=+\-@＝＋－＠\t\r\n]`;
const formula = new RegExp(`^'*${begins}`);
const guarded = new RegExp(`^'(?='*${begins})`);

/** A text that no spreadsheet takes for a formula. */
export const harmless = (text: string): string => (formula.test(text) ? `'${text}` : text);

/** The inverse of `harmless`. */
export const unguarded = (text: string): string => text.replace(guarded, '');
