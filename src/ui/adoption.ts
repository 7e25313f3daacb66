// The first picture stands in the page's file already. React, as it is built for this page (scripts/adoptingReact.ts), asks
// here for every element and text that it would make, and is given the one that stands there. What is not asked for yet
// stays as it is, until its part has come or the run is another one.

/** React's own note on an element or a text; what stands in it is not looked at here. */
type Fiber = object;

interface Props {
  readonly className?: string;
  readonly children?: unknown;
  readonly [name: string]: unknown;
}

/** Attributes that follow from what a field holds, which React writes by itself. */
const held: ReadonlySet<string> = new Set(['class', 'value', 'checked', 'selected']);

const plain = (name: string): string => name.replaceAll('-', '').toLowerCase();

declare global {
  /** Who is asked for what stands on the page already, while there is such. */
  var adoption: Adoption | undefined;
}

/** What one rendering has done to what stands on the page. */
interface Rendering {
  /** What it was given. */
  readonly given: Map<Fiber, Node>;
  /** What it made and put into what it was given, and what it put it into. */
  readonly made: Map<Node, Node>;
}

export interface AdoptionOptions {
  readonly root: Element;
  /** Whether what stands in `root` is of this page; else it is a frame that stays until the page has its own. */
  readonly isOwn: boolean;
  /** Whether what stands in an element is nothing of React's: all of it, or what it has inside. */
  isForeign(element: Element): 'all' | 'inside' | null;
  /** Called after every rendering that is shown. */
  onShown(): void;
}

export class Adoption {
  private readonly root: Element;
  private readonly isOwn: boolean;
  private isCleared = false;
  /** What nobody has asked for yet. */
  private readonly left = new Set<Node>();
  /** The one that is under way. */
  private rendering: Rendering | null = null;
  /** Those that are shown, and of which it was not looked at since what they gave up. */
  private shown: Rendering[] = [];
  /** What was given out and not put into place yet: it stands there. */
  private readonly inPlace = new Set<Node>();
  /** Elements into which something else was put, so that the order there is React's affair. */
  private readonly mixed = new Set<Node>();
  /** All that can be given out. */
  private readonly standing = new Set<Node>();
  private readonly onShown: () => void;

  constructor({ root, isOwn, isForeign, onShown }: AdoptionOptions) {
    this.root = root;
    this.isOwn = isOwn;
    this.onShown = onShown;
    const collect = (parent: Element): void => {
      for (const child of parent.childNodes) {
        const foreign = child instanceof Element ? isForeign(child) : null;
        if (foreign === 'all') continue;
        this.left.add(child);
        this.standing.add(child);
        if (child instanceof Element && foreign === null) collect(child);
      }
    };
    if (isOwn) collect(root);
  }

  /** Whether nothing is left that somebody may ask for, or a frame has given way to the page. */
  get isDone(): boolean {
    return this.isOwn ? this.left.size === 0 : this.isCleared;
  }

  /** Whether a rendering is under way that was given something. */
  get isBusy(): boolean {
    return this.rendering !== null && this.rendering.given.size > 0;
  }

  /** Whether `node` is the script's by now, which hears of what is done to it. */
  knows(node: Node): boolean {
    if (!this.isOwn) return this.isCleared;
    // Of what a rendering was given it is not known yet whether it is shown.
    const unsure = this.rendering === null ? this.shown : [...this.shown, this.rendering];
    const others = new Set(unsure.flatMap(({ given }) => Array.from(given.values())));
    for (let around: Node | null = node; around !== null; around = around.parentNode)
      if (this.left.has(around) || others.has(around)) return false;
    return true;
  }

  /** The element for `fiber` that stands in `parent`; null where there is none. */
  find(fiber: Fiber, parent: Node, type: string, { className = '' }: Props): Element | null {
    const known = this.rendering?.given.get(fiber);
    if (known !== undefined) return known as Element;
    for (const child of parent.childNodes) {
      if (!(child instanceof Element && this.left.has(child) && child.localName === type)) continue;
      if ((child.getAttribute('class') ?? '') !== className) continue;
      this.give(fiber, child);
      return child;
    }
    return null;
  }

  /** Takes from an element what React is not to write there; `isWhole` where all that stands in it is React's by now. */
  fit(element: Element, props: Props, isWhole: boolean): Element {
    const names = new Set(Object.keys(props).map(plain));
    for (const { name } of [...element.attributes])
      if (!held.has(name) && !names.has(plain(name))) element.removeAttribute(name);
    // A text alone is React's own, without a note of it.
    const isText = typeof props.children !== 'object';
    for (const child of [...element.childNodes])
      if (child instanceof Text && (isText || isWhole) && this.left.delete(child) && !isText) child.remove();
    return element;
  }

  text(fiber: Fiber, parent: Node | null, text: string): Text | null {
    for (const child of parent?.childNodes ?? []) {
      if (!(child instanceof Text && this.left.has(child))) continue;
      // What React has as two texts is one in a file.
      if (child.data.startsWith(text) && child.data !== text) {
        const rest = child.splitText(text.length);
        this.left.add(rest);
        this.standing.add(rest);
      } else if (child.data !== text) child.data = text;
      this.give(fiber, child);
      return child;
    }
    return null;
  }

  /** Puts `child` where React has it: before `before`, or last. */
  put(parent: Node, child: Node, before: Node | null = null): void {
    if (parent === this.root) this.clear();
    if (this.inPlace.delete(child) && child.parentNode === parent && !this.mixed.has(parent)) return;
    this.mixed.add(parent);
    if (this.standing.has(parent) && !this.standing.has(child)) this.rendering?.made.set(child, parent);
    parent.insertBefore(child, before);
  }

  /** A rendering begins, anew where another one was under way: what that was given is to be had again. */
  begin(): void {
    this.takeBack();
    if (this.rendering !== null) this.giveUp(this.rendering.given.values(), this.rendering.made);
    this.rendering = { given: new Map(), made: new Map() };
  }

  /** A rendering is shown. */
  commit(): void {
    if (this.rendering !== null) this.shown.push(this.rendering);
    this.rendering = null;
    // Once what follows from the rendering is done as well, for which React takes a task of its own.
    setTimeout(() =>
      setTimeout(() => {
        this.takeBack();
        this.onShown();
      }),
    );
  }

  /** Empties the page's root where what stands there is not of this page: not before there is something in its place. */
  private clear(): void {
    if (this.isOwn || this.isCleared) return;
    this.root.textContent = '';
    this.isCleared = true;
  }

  /** Takes away what nobody has asked for. Not to be called while a rendering holds what it was given. */
  release(): void {
    this.clear();
    this.takeBack();
    // What stands in something that goes, goes with it: what was pressed is known by it.
    for (const node of this.left) if (!this.isWithinLeft(node)) (node as ChildNode).remove();
    this.left.clear();
  }

  private isWithinLeft({ parentNode }: Node): boolean {
    return parentNode !== null && this.left.has(parentNode);
  }

  /** What was given to a part that had to wait for more, and was given up with all that it had made, is to be had again. */
  private takeBack(): void {
    const isGivenUp = (node: Node): boolean => {
      for (let around: Node | null = node; around !== null; around = around.parentNode)
        if (this.inPlace.has(around)) return true;
      return false;
    };
    const nodes = this.shown.flatMap(({ given }) => Array.from(given.values()).filter(isGivenUp));
    const made = this.shown.flatMap((one) => Array.from(one.made).filter(([, parent]) => isGivenUp(parent)));
    this.shown = [];
    this.giveUp(nodes, made);
  }

  private giveUp(nodes: Iterable<Node>, made: Iterable<readonly [child: Node, parent: Node]>): void {
    for (const [child, parent] of made) if (child.parentNode === parent) parent.removeChild(child);
    for (const node of nodes) {
      this.left.add(node);
      this.inPlace.delete(node);
    }
  }

  private give(fiber: Fiber, node: Node): void {
    this.left.delete(node);
    this.rendering?.given.set(fiber, node);
    this.inPlace.add(node);
  }
}
