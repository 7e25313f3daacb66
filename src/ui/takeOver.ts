// Takes over the first picture, which stands in the page's file: the very elements, and what was pressed before the script
// was there.

// The styles of what the picture shows and whose script comes later.
import './glossary/Term.module.css';
import './lesson/lesson.module.css';
import './lesson/marks.module.css';
import './narration/Announcer.module.css';
import './panels/Panels.module.css';
import './panels/ViewTabs.module.css';
import { createStore } from 'zustand/vanilla';
import type { Lab } from '../lab/lab.ts';
import { isLoading } from '../lab/missing.ts';
import type { LabState } from '../lab/store.ts';
import { Adoption } from './adoption.ts';
import plots from './plots/plots.module.css';

/** What was pressed or moved before the script was there, noted by scripts/firstPicture/early.js. */
interface EarlyInput {
  readonly type: string;
  readonly target: Element;
  readonly event: Event;
  /** What the field said then. */
  readonly value: string | undefined;
}

declare global {
  var early: { readonly inputs: EarlyInput[]; notes(target: Element): boolean } | undefined;
}

/** Whether parts of the first picture stand where their part of the page has not come yet. */
export const firstPicture = createStore<{ readonly isStanding: boolean }>(() => ({ isStanding: false }));

/** Milliseconds without anything new after which what is left of the picture belongs to no part of the page. */
const quietTime = 1000;

/** Milliseconds after which it is looked again whether a rendering is shown. */
const briefTime = 50;

const standInName = 'data-stand-in';

function isForeign(element: Element): 'all' | 'inside' | null {
  if (element.hasAttribute(standInName)) return 'all';
  return element.getAttribute('class') === plots.marks ? 'inside' : null;
}

/** Fetches the styles where a policy of the server forbids those in the page's file. */
function styleAnyhow(): void {
  const style = document.querySelector<HTMLStyleElement>('style[data-file]');
  if (style === null || style.sheet !== null) return;
  const link = document.createElement('link');
  document.head.append(Object.assign(link, { rel: 'stylesheet', href: style.dataset.file }));
}

/** Called before the page is rendered for the first time. */
export function takeOver(root: HTMLElement, lab: Lab): void {
  styleAnyhow();
  if (root.firstChild === null) return;
  // A policy that forbids the scripts in the page's file leaves open whether the picture is of this page.
  const isOwn = globalThis.early !== undefined && document.documentElement.dataset.other === undefined;
  const inputs = globalThis.early?.inputs ?? [];
  const adoption = new Adoption({ root, isOwn, isForeign, onShown });
  globalThis.adoption = adoption;
  firstPicture.setState({ isStanding: isOwn });
  if (globalThis.early !== undefined) globalThis.early.notes = (target) => !adoption.knows(target);

  let quiet: ReturnType<typeof setTimeout> | undefined;
  let isEnding = false;
  /** What had the focus when keys were pressed, and what has had it since those before them were done. */
  const focused = new Map<Element, Element>();

  const clearPainted = clearStandIns(root, lab, adoption);

  function onShown(): void {
    clearTimeout(quiet);
    clearPainted();
    if (isEnding && globalThis.adoption === adoption) {
      end();
      return;
    }
    if (catchUp()) return;
    if (globalThis.adoption !== adoption) {
      if (inputs.length > 0 && isAsFirst(first, lab.store.getState())) onceChanged(root, onShown);
      return;
    }
    if (adoption.isDone && inputs.length === 0) end();
    else quiet = setTimeout(() => (isLoading() ? onShown() : end()), quietTime);
  }

  /** Does the next of what was done before, and all after it once that has had its effect. */
  function catchUp(): boolean {
    const [input] = inputs;
    if (input === undefined) return false;
    const { type, target } = input;
    const now = (type === 'keydown' && focused.get(target)) || target;
    const before = document.activeElement;
    if (!doAgain({ ...input, target: now }, adoption, root)) return false;
    const { activeElement } = document;
    if (activeElement !== null && activeElement !== before) focused.set(target, activeElement);
    inputs.shift();
    setTimeout(onShown);
    return true;
  }

  function end(): void {
    if (globalThis.adoption !== adoption) return;
    isEnding = true;
    // What a rendering was given goes with the rendering, which is shown, or begun anew.
    if (adoption.isBusy) {
      clearTimeout(quiet);
      quiet = setTimeout(end, briefTime);
      return;
    }
    unsubscribe();
    adoption.release();
    globalThis.adoption = undefined;
    if (globalThis.early !== undefined) globalThis.early.notes = () => false;
    document.documentElement.removeAttribute('data-other');
    firstPicture.setState({ isStanding: false });
    onShown();
  }

  const first = lab.store.getState();
  const unsubscribe = lab.store.subscribe((state) => {
    if (isOwn && !isAsFirst(first, state)) end();
  });
}

/** Calls back when something came or went in `root`: a part that comes only now, to which something was done before. */
function onceChanged(root: HTMLElement, callBack: () => void): void {
  const observer = new MutationObserver(() => {
    observer.disconnect();
    setTimeout(callBack);
  });
  observer.observe(root, { childList: true, subtree: true });
}

/** Whether the picture in the file is still that of the run. */
const isAsFirst = (first: LabState, { config, hyperparameters, stepCount, lesson }: LabState): boolean =>
  config === first.config &&
  hyperparameters === first.hyperparameters &&
  stepCount === 0 &&
  lesson?.key === first.lesson?.key &&
  lesson?.phase === first.lesson?.phase;

/**
 * The shapes under canvases go once those are the page's own and painted: where the plot has another size, both would be
 * seen. Returns what looks for such, to be called with every rendering.
 */
function clearStandIns(root: HTMLElement, lab: Lab, adoption: Adoption): () => void {
  const isPainted = (shapes: Element): boolean =>
    Array.from(shapes.parentElement?.querySelectorAll(':scope > canvas') ?? []).every((over) => adoption.knows(over));
  const clear = (): void => {
    if (lab.store.getState().surface === null) return;
    const painted = Array.from(root.querySelectorAll(`[${standInName}]`)).filter(isPainted);
    requestAnimationFrame(() =>
      requestAnimationFrame(() => {
        for (const shapes of painted) shapes.remove();
      }),
    );
    if (globalThis.adoption !== adoption) unsubscribe();
  };
  const unsubscribe = lab.store.subscribe(clear);
  return clear;
}

const nameOf = (element: Element): string => element.getAttribute('aria-label') ?? element.textContent;

/** The control itself, or where the page has its own by now the one of that name; null while it is not there. */
function controlOf(target: Element, adoption: Adoption, root: HTMLElement): Element | null {
  // Who hears of a press in a drawing may come later than the drawing.
  if (target.isConnected && !adoption.isDone && target.closest('svg') !== null) return null;
  if (target.isConnected) return adoption.knows(target) ? target : null;
  const control = target.closest('button, input, select');
  if (control === null) return root;
  const alike = (of: ParentNode): Element[] => Array.from(of.querySelectorAll(control.localName));
  const named = alike(root).find((one) => nameOf(one) === nameOf(control));
  if (named !== undefined) return named;
  // In another language it is the one in its place.
  const looking = (of: ParentNode): Element[] => alike(of).filter(({ className }) => className === control.className);
  const [before, now] = [looking(control.getRootNode() as Element), looking(root)];
  return (before.length === now.length && now[before.indexOf(control)]) || null;
}

/** Does what was done before; false while what it was done to is not there. */
function doAgain({ type, target, event, value }: EarlyInput, adoption: Adoption, root: HTMLElement): boolean {
  const control = controlOf(target, adoption, root);
  if (control === null) return false;
  if (value !== undefined && 'value' in control) {
    // React looks at what is set on the field itself.
    const { set } = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(control), 'value') ?? {};
    set?.call(control, value);
  }
  const Kind = event.constructor as new (type: string, event: Event) => Event;
  control.dispatchEvent(new Kind(type, event));
  return true;
}
