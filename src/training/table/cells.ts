// From the text of a table to rows of cells: quotes as in RFC 4180 (a doubled quote, a line break inside), any line ends,
// comments from #, empty lines passed over. One pass, whatever the text; nothing is kept beyond the limits.

export type Delimiter = '\t' | ';' | '|' | ',' | ' ';

/** Those that are looked for, the one that is taken first where two do as well. A space stands for any run of spaces. */
export const delimiters: readonly Delimiter[] = ['\t', ';', '|', ',', ' '];

export const mostColumns = 20;

export interface Row {
  /** The line of the text, from 1, in which the row begins. */
  readonly line: number;
  /** At most `mostColumns`. */
  readonly cells: readonly string[];
  /** How many there are in the text. */
  readonly width: number;
}

const quote = 34;
const lineFeed = 10;
const carriageReturn = 13;
const isBreak = (code: number): boolean => code === lineFeed || code === carriageReturn;
const isBlank = (code: number): boolean => code === 32 || code === 9 || code === 0xa0;

/** What begins with the sign of a comment and is a cell all the same. */
const spreadsheetError = /^#(?:N\/A|REF!|DIV\/0!|VALUE!|NUM!|NAME\?|NULL!)/;

/** Goes through a text once, cell by cell. */
class Reader {
  private readonly text: string;
  private readonly delimiter: number;
  private at = 0;
  private line = 1;
  /** Set once a quote was found that never ends: from there on quotes are signs like others. */
  private areQuotesPlain = false;

  constructor(text: string, delimiter: Delimiter) {
    this.text = text;
    this.delimiter = delimiter.charCodeAt(0);
  }

  /** The next row that says anything; null at the end. */
  next(): Row | null {
    for (;;) {
      this.passBlanks();
      if (this.at >= this.text.length) return null;
      const code = this.text.charCodeAt(this.at);
      if (isBreak(code)) this.passBreak();
      else if (code === 35 && !spreadsheetError.test(this.text.slice(this.at, this.at + 8))) this.passLine();
      else return this.row();
    }
  }

  private row(): Row {
    const { line } = this;
    const cells: string[] = [];
    let width = 0;
    for (;;) {
      const cell = this.cell();
      if (width < mostColumns) cells.push(cell);
      width++;
      if (this.at >= this.text.length || isBreak(this.text.charCodeAt(this.at))) break;
      this.passDelimiter();
      // Spaces at the end of a line part nothing.
      if (this.delimiter === 32 && (this.at >= this.text.length || isBreak(this.text.charCodeAt(this.at)))) break;
    }
    this.passBreak();
    return { line, cells, width };
  }

  private cell(): string {
    const { text } = this;
    let start = this.at;
    while (start < text.length && isBlank(text.charCodeAt(start)) && text.charCodeAt(start) !== this.delimiter) start++;
    if (text.charCodeAt(start) === quote && !this.areQuotesPlain) {
      const quoted = this.quotedCell(start);
      if (quoted !== null) return quoted;
    }
    return text.slice(this.at, this.passPlain()).trim();
  }

  /** A cell in quotes, and whatever follows them up to the delimiter; null where the quotes never end. */
  private quotedCell(start: number): string | null {
    const { text } = this;
    let end = text.indexOf('"', start + 1);
    while (end >= 0 && text.charCodeAt(end + 1) === quote) end = text.indexOf('"', end + 2);
    if (end < 0) {
      this.areQuotesPlain = true;
      return null;
    }
    const inside = text.slice(start + 1, end).replaceAll('""', '"');
    this.line += breaksIn(inside);
    this.at = end + 1;
    return inside + text.slice(end + 1, this.passPlain()).trimEnd();
  }

  /** Goes to the end of a cell without quotes and returns where that is. */
  private passPlain(): number {
    const { text, delimiter } = this;
    while (this.at < text.length) {
      const code = text.charCodeAt(this.at);
      if (code === delimiter || isBreak(code) || (delimiter === 32 && isBlank(code))) break;
      this.at++;
    }
    return this.at;
  }

  private passDelimiter(): void {
    this.at++;
    if (this.delimiter === 32) this.passBlanks();
  }

  /** Blanks before a row, unless they are the delimiter and stand for empty cells. */
  private passBlanks(): void {
    const { text } = this;
    while (this.at < text.length) {
      const code = text.charCodeAt(this.at);
      if (!isBlank(code) || (code === this.delimiter && code !== 32)) return;
      this.at++;
    }
  }

  private passBreak(): void {
    const { text } = this;
    if (this.at >= text.length) return;
    this.at += text.charCodeAt(this.at) === carriageReturn && text.charCodeAt(this.at + 1) === lineFeed ? 2 : 1;
    this.line++;
  }

  private passLine(): void {
    const { text } = this;
    while (this.at < text.length && !isBreak(text.charCodeAt(this.at))) this.at++;
    this.passBreak();
  }
}

/** Line breaks of any kind. */
function breaksIn(text: string): number {
  let count = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === lineFeed || (code === carriageReturn && text.charCodeAt(at + 1) !== lineFeed)) count++;
  }
  return count;
}

/** The first rows of a text, and whether more follow them. Never throws. */
export function rowsOf(text: string, delimiter: Delimiter, most: number): { rows: readonly Row[]; isCut: boolean } {
  const reader = new Reader(text, delimiter);
  const rows: Row[] = [];
  for (let row = reader.next(); row !== null; row = reader.next()) {
    if (rows.length === most) return { rows, isCut: true };
    rows.push(row);
  }
  return { rows, isCut: false };
}
