// Parts a style sheet in two: what is needed at once, and what can come later.

/** The rules in a text without comments: what stands before the braces of each, and what stands in them. */
function* rulesIn(css) {
  let start = 0;
  let depth = 0;
  let opened = 0;
  for (const { 0: brace, index } of css.matchAll(/[{}]|"[^"]*"/g)) {
    if (brace === '{' && depth++ === 0) opened = index;
    else if (brace === '}' && --depth === 0) {
      yield { before: css.slice(start, opened), inside: css.slice(opened + 1, index) };
      start = index + 1;
    }
  }
}

/** The selectors of a list, apart. */
const selectorsIn = (list) => list.split(/,(?![^(]*\))/);

const isConditional = (before) => /^\s*@(?:media|container|supports)\b/.test(before);

/**
 * @param later names of classes; a rule comes later where each of its selectors has one of them
 * @returns the sheet without those rules, and they alone
 */
export function splitStyles(css, later) {
  const parts = [[], []];
  const hasLater = (selector) => Array.from(selector.matchAll(/\.([\w-]+)/g)).some(([, name]) => later.has(name));
  for (const { before, inside } of rulesIn(css)) {
    if (isConditional(before))
      splitStyles(inside, later).forEach((part, index) => {
        if (part !== '') parts[index].push(`${before}{${part}}`);
      });
    else parts[selectorsIn(before).every(hasLater) ? 1 : 0].push(`${before}{${inside}}`);
  }
  return parts.map((rules) => rules.join(''));
}
