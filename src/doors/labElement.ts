// <minibatch-lab problem="sine-fit" batch-size="16" hide="speed" lock="learning-rate" theme="dark"></minibatch-lab>
// A lab in a frame that sizes itself. Attributes, and properties of the same names, are settings by their name in the lab's
// link, and the wishes; methods are the requests of the lab's messages, DOM events its events.

import { encoded, isOfPage, pageWithAddress, textOf } from './address.ts';
import { type FollowedTheme, followTheme } from './hostTheme.ts';
import { type FramePage, LabFrame, namespace } from './labFrame.ts';
import type { LabEvent, Requests } from './messages.ts';
import { settingNames } from './settingNames.ts';

/** Where a lab is whose element has no `src`: an address to begin from, the page itself as text, or null for nowhere. */
export type Home = () => Promise<{ readonly base: string } | { readonly text: string } | null>;

const wishes: readonly string[] = [
  ...['autoplay', 'hide', 'keys', 'lang', 'level', 'lock', 'present', 'show', 'start', 'theme'],
];
const changeable: readonly string[] = ['hide', 'keys', 'lang', 'level', 'lock', 'show', 'theme'];
const ofElement: readonly string[] = ['height', 'sandbox', 'src', 'title', 'width'];

/** `start` is both: a wish as `visible` or `now`, a setting as a pair of weights. */
const isWish = (name: string, value: string | null): boolean =>
  wishes.includes(name) && (name !== 'start' || /^[a-z]/i.test(value ?? ''));

const defaultWish = (name: string): string | null => (name === 'theme' ? 'auto' : name === 'lang' ? null : '');

/** The requests of the element's methods, by the methods' names. `step` is a setting; its method is `takeSteps`. */
const methods: Readonly<Record<string, (...given: never[]) => readonly [keyof Requests, unknown?]>> = {
  getState: () => ['getState'],
  play: () => ['play'],
  pause: () => ['pause'],
  stepPhase: () => ['stepPhase'],
  reset: () => ['reset'],
  takeSteps: (count: number = 1) => ['step', { count }],
  seek: (step: number) => ['seek', { step }],
  export: (format: string, options?: object) => ['export', { format, ...options }],
  setState: (settings: object) => ['setState', settings],
  setHost: (change: object) => ['setHost', change],
};

/** There is none where pages are only written, as on a server. */
const Base: typeof HTMLElement = globalThis.HTMLElement ?? class {};

/** Names of attributes that are HTML's own. */
const ofHtml = new Set(['class', 'exportparts', 'is', 'xmlns']);
for (const name in Base.prototype) ofHtml.add(name.toLowerCase());

const isSetting = (name: string): boolean =>
  !(wishes.includes(name) && name !== 'start') &&
  !ofElement.includes(name) &&
  !ofHtml.has(name) &&
  /^(?!(aria|data|hx|item|ng|v|x)-|on|item)[a-z][a-z0-9-]*$/.test(name);

// Frameworks set a property where there is one of an attribute's name. So every setting has one, and none is a method's
// alone: `step` is set as the step to begin with, and called as `takeSteps`.
const properties = [...wishes, ...ofElement, ...settingNames].filter((name) => !ofHtml.has(name));

const style = `:host{display:flex;flex-direction:column}:host([hidden]){display:none}
div{display:flex;flex:1 1 auto;flex-direction:column;block-size:100%;min-block-size:0;max-block-size:inherit}
iframe{flex:1 1 auto;inline-size:100%;min-block-size:0;border:0}`;

class MinibatchLab extends Base {
  static home: Home = async () => null;
  readonly #box = document.createElement('div');
  readonly #lab = new LabFrame({
    box: this.#box,
    page: () => this.#page(),
    title: () => this.title || 'Minibatch Lab',
    sandbox: () => this.getAttribute('sandbox'),
    hear: (type: LabEvent, payload) => this.dispatchEvent(new CustomEvent(type, { detail: payload })),
    report: (message) => this.#report(message),
  });
  #theme: FollowedTheme | null = null;
  #observer: MutationObserver | null = null;

  constructor() {
    super();
    const root = this.attachShadow({ mode: 'open' });
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(style);
    root.adoptedStyleSheets = [sheet];
    root.append(this.#box);
    // What a page has set before this script was there lies over the properties of the class.
    for (const name of properties) {
      if (!Object.hasOwn(this, name)) continue;
      const own = this as unknown as Record<string, unknown>;
      const value = own[name];
      delete own[name];
      own[name] = value;
    }
  }

  connectedCallback(): void {
    this.#observer = new MutationObserver((records) => this.#follow(records));
    this.#observer.observe(this, { attributes: true });
    this.#followTheme();
    this.#lab.connect();
    this.#fit();
  }

  disconnectedCallback(): void {
    this.#observer?.disconnect();
    this.#theme?.end();
    this.#lab.disconnect();
  }

  #followTheme(): void {
    this.#theme?.end();
    const wish = this.getAttribute('theme');
    const isSaid = wish !== null && wish !== '' && wish.trim().toLowerCase() !== 'auto';
    // What is no theme is refused by the lab, in a sentence.
    this.#theme = isSaid ? null : followTheme(this, 'auto', (shade) => this.#lab.tellTheme(shade));
  }

  /** The page of the lab with all that the attributes say. */
  async #page(): Promise<FramePage> {
    const source = this.getAttribute('src');
    const home = source === null || source === '' ? await (this.constructor as typeof MinibatchLab).home() : null;
    if (home !== null && 'text' in home) return { text: pageWithAddress(home.text, this.#asked('?', '')) };
    if (home === null && !source)
      return { refusal: 'where the lab lies is not known to this script here; the attribute src says it.' };
    const base = home === null ? document.baseURI : home.base;
    const address = URL.canParse(source || 'index.html', base) ? new URL(source || 'index.html', base) : null;
    // `javascript:` would be a script in the page around the lab, `data:` and `blob:` a page that anyone may have made.
    if (!isOfPage(address))
      return { refusal: 'the address src is one of http, https, or file; nothing else is loaded.' };
    const { query, hash } = this.#asked(address.search, address.hash);
    return { address: `${address.href.replace(/[?#].*$/s, '')}${query}${hash}` };
  }

  /** What the attributes say, after what the address says already. */
  #asked(search: string, hash: string): { readonly query: string; readonly hash: string } {
    const query = new URLSearchParams(search);
    const settings: string[] = [];
    query.set('embed', '1');
    if (this.#theme !== null) query.set('theme', this.#theme.now());
    for (const { name, value } of this.attributes) {
      if (isWish(name, value) && !(name === 'theme' && this.#theme !== null)) query.set(name, value);
      else if (isSetting(name) && !isWish(name, value)) settings.push(`${name}=${encoded(value || '1')}`);
    }
    return { query: `?${query}`, hash: `#${[hash.slice(1), ...settings].filter(Boolean).join('&')}` };
  }

  #fit(): void {
    const height = this.getAttribute('height') || 'auto';
    if (!this.#lab.resize(height, this.getAttribute('width') || ''))
      this.#report(`height is auto, fixed, or a length, not ${height}.`);
  }

  /** A request by its type in the messages; kept until the lab is there. */
  request(type: keyof Requests, payload?: unknown): Promise<unknown> {
    return this.#lab.request(type, payload as never);
  }

  #report(message: string): void {
    // biome-ignore lint/suspicious/noConsole: the author of the page reads it there.
    console.error(`<${namespace}>: ${message}`);
    this.dispatchEvent(new CustomEvent('error', { detail: { message } }));
  }

  #follow(records: readonly MutationRecord[]): void {
    const names = [...new Set(records.map(({ attributeName }) => attributeName ?? ''))];
    if (names.includes('title')) this.#lab.retitle();
    if (names.some((name) => name === 'height' || name === 'width')) this.#fit();
    if (names.includes('theme')) this.#followTheme();
    const wished = names.filter((name) => changeable.includes(name));
    const set = names.filter((name) => {
      const value = this.getAttribute(name);
      return value !== null && isSetting(name) && !isWish(name, value);
    });
    const isAnew = names.some((name) => name === 'sandbox' || name === 'src');
    if (isAnew || (!this.#lab.isReady && wished.length + set.length > 0)) {
      void this.#lab.load();
      return;
    }
    const report = (error: Error) =>
      this.dispatchEvent(new CustomEvent('error', { detail: { message: error.message } }));
    const said = (name: string, absent: string | null): string | null => this.getAttribute(name) || absent;
    const host = wished.map((name) => [
      name,
      name === 'theme' && this.#theme !== null ? this.#theme.now() : said(name, defaultWish(name)),
    ]);
    if (wished.length > 0) this.request('setHost', Object.fromEntries(host)).catch(report);
    const settings = set.map((name) => [name, said(name, '1')]);
    if (set.length > 0) this.request('setState', Object.fromEntries(settings)).catch(report);
  }
}

/** The attribute that says `name`: `batch-size` for `batchSize`, or as the page has spelled it. */
function spelled(element: Element, name: string): string {
  const isSame = (written: string): boolean => written.replaceAll('-', '') === name.toLowerCase();
  return element.getAttributeNames().find(isSame) ?? name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

function addMethods(): void {
  for (const [name, message] of Object.entries(methods))
    Object.defineProperty(MinibatchLab.prototype, name, {
      configurable: true,
      value(this: MinibatchLab, ...given: never[]) {
        return this.request(...message(...given));
      },
    });
}

function addProperties(): void {
  for (const name of properties)
    Object.defineProperty(MinibatchLab.prototype, name, {
      configurable: true,
      get(this: MinibatchLab & { readonly takeSteps: unknown }) {
        return name === 'step' ? this.takeSteps : this.getAttribute(spelled(this, name));
      },
      set(this: MinibatchLab, value: unknown) {
        if (value === null || value === undefined) this.removeAttribute(spelled(this, name));
        else this.setAttribute(spelled(this, name), textOf(value));
      },
    });
}

/** Defines the element, unless the page has one already: of two versions on a page the first one serves both. */
export function defineElement(home: Home): void {
  if (globalThis.customElements === undefined || customElements.get(namespace) !== undefined) return;
  MinibatchLab.home = home;
  addMethods();
  addProperties();
  customElements.define(namespace, MinibatchLab);
}
