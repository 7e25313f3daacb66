// Text from outside, as a sentence quotes it: not for long, every character to be seen, and whatever is written from
// right to left kept to itself, so that it turns nothing else round (Unicode Standard Annex 9, isolates).

/** Most characters that are quoted. */
const most = 40;

/** What is not seen, or changes how the rest is: controls, marks of direction and format, halves of pairs. */
const unseen = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu;

/** The text of at most 40 characters, then an ellipsis; what cannot be seen stands as its number, such as \u0000. */
export function quoted(text: string): string {
  // No character has more than two units.
  const characters = Array.from(text.slice(0, 2 * most + 2));
  const cut = characters.length > most ? `${characters.slice(0, most).join('')}…` : text;
  const seen = cut.replace(unseen, (character) => {
    const number = (character.codePointAt(0) as number).toString(16).toUpperCase();
    return `\\u${number.length > 4 ? `{${number}}` : number.padStart(4, '0')}`;
  });
  return /^[ -~…]*$/.test(seen) ? seen : `\u2068${seen}\u2069`;
}
