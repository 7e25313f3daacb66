// What a class is called where there is little room for it.

const longest = 16;

/** Its name, cut where it is long; its number where it has none. */
export function classWord({ classNames }: { readonly classNames: readonly string[] }, own: number): string {
  const signs = [...(classNames[own] || String(own))];
  return signs.length <= longest ? signs.join('') : `${signs.slice(0, longest - 1).join('')}…`;
}
