// A document on paper: as much of one as React and the page need to be rendered where there is no browser. Nothing is laid
// out in it; whoever makes it says how large its elements are.

import { PaperContext } from './paperCanvas.ts';

/** The size of an element in pixels. */
export type SizeOf = (element: PaperElement) => { readonly width: number; readonly height: number };

const htmlNamespace = 'http://www.w3.org/1999/xhtml';

const ignore = (): void => {};

class PaperNode {
  parentNode: PaperElement | null = null;
  childNodes: PaperNode[] = [];
  readonly nodeType: number;
  readonly nodeName: string;
  readonly ownerDocument: PaperDocument;
  nodeValue: string | null;
  readonly addEventListener = ignore;
  readonly removeEventListener = ignore;

  constructor(ownerDocument: PaperDocument, nodeType: number, nodeName: string, nodeValue: string | null) {
    this.ownerDocument = ownerDocument;
    this.nodeType = nodeType;
    this.nodeName = nodeName;
    this.nodeValue = nodeValue;
  }

  get firstChild(): PaperNode | null {
    return this.childNodes[0] ?? null;
  }

  get lastChild(): PaperNode | null {
    return this.childNodes.at(-1) ?? null;
  }

  get nextSibling(): PaperNode | null {
    const siblings = this.parentNode?.childNodes ?? [];
    return siblings[siblings.indexOf(this) + 1] ?? null;
  }

  get textContent(): string {
    return this.nodeValue ?? this.childNodes.map(({ textContent }) => textContent).join('');
  }

  set textContent(text: string) {
    if (this.nodeValue !== null) this.nodeValue = text;
    else {
      for (const child of this.childNodes) child.parentNode = null;
      this.childNodes = [];
      if (text !== '') this.append(text);
    }
  }

  append(...nodes: (PaperNode | string)[]): void {
    for (const node of nodes)
      this.insertBefore(typeof node === 'string' ? this.ownerDocument.createTextNode(node) : node, null);
  }

  appendChild<Child extends PaperNode>(child: Child): Child {
    return this.insertBefore(child, null);
  }

  insertBefore<Child extends PaperNode>(child: Child, before: PaperNode | null): Child {
    child.remove();
    const at = before === null ? this.childNodes.length : this.childNodes.indexOf(before);
    this.childNodes.splice(at, 0, child);
    child.parentNode = this as unknown as PaperElement;
    return child;
  }

  removeChild<Child extends PaperNode>(child: Child): Child {
    child.remove();
    return child;
  }

  replaceWith(other: PaperNode): void {
    this.parentNode?.insertBefore(other, this);
    this.remove();
  }

  remove(): void {
    if (this.parentNode === null) return;
    this.parentNode.childNodes = this.parentNode.childNodes.filter((child) => child !== this);
    this.parentNode = null;
  }

  querySelector(): null {
    return null;
  }

  querySelectorAll(): readonly PaperElement[] {
    return [];
  }

  contains(other: PaperNode | null): boolean {
    for (let node = other; node !== null; node = node.parentNode) if (node === this) return true;
    return false;
  }
}

const dashed = (name: string): string => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

/** The declarations of a `style` attribute. */
class PaperStyle {
  private readonly declarations = new Map<string, string>();

  read(name: string): string {
    return this.declarations.get(name) ?? '';
  }

  setProperty(name: string, value: string): void {
    if (value === '') this.declarations.delete(name);
    else this.declarations.set(name, value);
  }

  toString(): string {
    return Array.from(this.declarations, ([name, value]) => `${name}:${value}`).join(';');
  }
}

const styleOf = (): PaperStyle =>
  new Proxy(new PaperStyle(), {
    get: (style, name) =>
      typeof name === 'symbol' || name in style ? Reflect.get(style, name)?.bind(style) : style.read(dashed(name)),
    set(style, name, value) {
      style.setProperty(dashed(String(name)), String(value));
      return true;
    },
  });

export class PaperElement extends PaperNode {
  readonly namespaceURI: string;
  readonly localName: string;
  readonly attributes = new Map<string, string>();
  readonly style = styleOf();
  /** What a form shows, which no attribute says. */
  checked = false;
  selected = false;
  multiple = false;
  value = '';
  /** Of a canvas, once it was asked for. */
  context: PaperContext | null = null;

  readonly dataset: Record<string, string> = new Proxy({} as Record<string, string>, {
    get: (_, name) => this.attributes.get(`data-${dashed(String(name))}`),
    set: (_, name, value) => {
      this.setAttribute(`data-${dashed(String(name))}`, value);
      return true;
    },
    deleteProperty: (_, name) => {
      this.removeAttribute(`data-${dashed(String(name))}`);
      return true;
    },
  });

  constructor(ownerDocument: PaperDocument, namespaceURI: string, name: string) {
    super(ownerDocument, 1, namespaceURI === htmlNamespace ? name.toUpperCase() : name, null);
    this.namespaceURI = namespaceURI;
    this.localName = name;
  }

  get children(): readonly PaperElement[] {
    return this.childNodes.filter((child) => child instanceof PaperElement);
  }

  get tagName(): string {
    return this.nodeName;
  }

  get clientWidth(): number {
    return this.ownerDocument.sizeOf(this).width;
  }

  get clientHeight(): number {
    return this.ownerDocument.sizeOf(this).height;
  }

  get type(): string {
    return this.attributes.get('type') ?? '';
  }

  set type(type: string) {
    this.setAttribute('type', type);
  }

  get name(): string {
    return this.attributes.get('name') ?? '';
  }

  set name(name: string) {
    if (name !== '') this.setAttribute('name', name);
  }

  set max(most: string) {
    this.setAttribute('max', most);
  }

  set defaultValue(value: string) {
    this.setAttribute('value', value);
  }

  set defaultChecked(isChecked: boolean) {
    if (isChecked) this.setAttribute('checked', '');
  }

  get options(): readonly PaperElement[] {
    return this.children.flatMap((child) => (child.localName === 'option' ? [child] : child.options));
  }

  setAttribute(name: string, value: unknown): void {
    this.attributes.set(name, String(value));
    if (name === 'value' && this.localName === 'option') this.value = String(value);
  }

  setAttributeNS(_: string, name: string, value: unknown): void {
    this.setAttribute(name, value);
  }

  getAttribute(name: string): string | null {
    return this.attributes.get(name) ?? null;
  }

  hasAttribute(name: string): boolean {
    return this.attributes.has(name);
  }

  removeAttribute(name: string): void {
    this.attributes.delete(name);
  }

  /** Of a canvas, what is painted on it. */
  getContext(): PaperContext {
    this.context ??= PaperContext.on(this);
    return this.context;
  }

  getBoundingClientRect(): Readonly<Record<'left' | 'top' | 'right' | 'bottom' | 'width' | 'height', number>> {
    const { width, height } = this.ownerDocument.sizeOf(this);
    return { left: 0, top: 0, right: width, bottom: height, width, height };
  }

  closest(): null {
    return null;
  }
}

export class PaperDocument extends PaperNode {
  readonly sizeOf: SizeOf;
  readonly documentElement: PaperElement;
  readonly body: PaperElement;
  readonly activeElement = null;
  readonly visibilityState = 'visible';
  readonly fonts = { ready: Promise.resolve(), addEventListener: ignore, removeEventListener: ignore };

  constructor(sizeOf: SizeOf) {
    super(undefined as unknown as PaperDocument, 9, '#document', null);
    this.sizeOf = sizeOf;
    this.documentElement = this.createElement('html');
    this.body = this.createElement('body');
    this.appendChild(this.documentElement);
    this.documentElement.appendChild(this.body);
  }

  get defaultView(): unknown {
    return globalThis;
  }

  createElement(name: string): PaperElement {
    return new PaperElement(this, htmlNamespace, name);
  }

  createElementNS(namespace: string, name: string): PaperElement {
    return new PaperElement(this, namespace, name);
  }

  createTextNode(text: string): PaperNode {
    return new PaperNode(this, 3, '#text', text);
  }

  getElementById(): null {
    return null;
  }
}
