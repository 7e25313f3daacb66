// The parts `name=value` of a link, however often it was encoded on its way: a course system may have made `&` into
// `&amp;` or `%26`, `=` into `%3D`, and all of it once more. No value of a link has these signs, so there is no doubt.

/** Most times that a link is decoded. */
const mostRounds = 5;

/** The text behind its escapes; escapes that mean nothing stay. */
export function decoded(text: string): string {
  let last = text;
  for (let round = 0; round < mostRounds; round++) {
    const next = last.replace(/(?:%[0-9a-f]{2})+/gi, decodeRun);
    if (next === last) break;
    last = next;
  }
  return last;
}

function decodeRun(escapes: string): string {
  try {
    return decodeURIComponent(escapes);
  } catch {
    return escapes;
  }
}

/** The parts of a hash or query, without the sign that begins it. A part without `=` has no value. */
export function partsOf(text: string): readonly (readonly [name: string, value: string | null])[] {
  return decoded(text)
    .replace(/&(?:amp;|#38;|#x26;)+/gi, '&')
    .replace(/&#(?:61|x3d);/gi, '=')
    .split('&')
    .filter((part) => part !== '')
    .map((part) => {
      const end = part.indexOf('=');
      return end < 0 ? [part, null] : [part.slice(0, end), part.slice(end + 1)];
    });
}
