// Which key was meant, and whether the control that has the focus uses it itself.

export type KeyPress = Pick<
  KeyboardEvent,
  'key' | 'code' | 'ctrlKey' | 'altKey' | 'metaKey' | 'shiftKey' | 'repeat' | 'isComposing'
>;

/** With one of these a key is a command of the browser or the system. */
export const isCommand = ({ ctrlKey, altKey, metaKey }: Pick<KeyPress, 'ctrlKey' | 'altKey' | 'metaKey'>): boolean =>
  ctrlKey || altKey || metaKey;

export const isModified = (press: Pick<KeyPress, 'ctrlKey' | 'altKey' | 'metaKey' | 'shiftKey'>): boolean =>
  isCommand(press) || press.shiftKey;

const questionMarks = '?؟？';

/**
 * The name of the key, small where it is a letter. Where the layout has no Latin letters, the letter that stands on the
 * same key of a Latin one.
 */
export function signOf({ key, code }: Pick<KeyPress, 'key' | 'code'>): string {
  if ([...key].length !== 1) return key;
  if (questionMarks.includes(key)) return '?';
  const isOtherLetter = /[\p{L}\p{M}]/u.test(key) && !/\p{Script=Latin}/u.test(key);
  const latin = isOtherLetter ? /^Key([A-Z])$/.exec(code)?.[1] : undefined;
  return (latin ?? key).toLowerCase();
}

/** What letters are typed into, and what has a use of its own for Space or the arrows. */
const typed = 'input:not([type="checkbox"], [type="range"], [type="radio"]), select, textarea, [contenteditable]';
const pressed = 'button, input, a, summary, [role="slider"], [role="tab"]';
const moved = 'input, [role="slider"], [role="tab"], [role="tablist"]';

/** Whether the control around `target` makes use of the key `sign`. */
export function controlUses(target: Element, sign: string): boolean {
  const isIn = (selector: string): boolean => target.closest(selector) !== null;
  // A field that Escape has something to restore in has taken it by now.
  if (sign === 'Escape') return isIn('select');
  if (isIn(typed)) return true;
  if (sign === ' ' || sign === 'Enter') return isIn(pressed);
  if (/^(Page|Home|End)/.test(sign)) return isIn('input[type="range"]');
  return sign.startsWith('Arrow') && (isIn(moved) || (/Left|Right/.test(sign) && scrollsSideways(target)));
}

function scrollsSideways(target: Element): boolean {
  for (let element: Element | null = target; element !== null; element = element.parentElement)
    if (element.scrollWidth > element.clientWidth + 1 && getComputedStyle(element).overflowX === 'auto') return true;
  return false;
}

/** Whether a dialog or a menu is open, whose own all keys are then. */
export const isCovered = (page: Document): boolean => page.querySelector('dialog[open], :popover-open') !== null;
