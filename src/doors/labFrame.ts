// A lab in a frame, as a host page holds it: loads it, sizes it, sends requests and hears answers and events. The element,
// `mount`, the React component, and the notebook widget are all made of this.

import { followAround } from './around.ts';
import type { LabEvent, Requests } from './messages.ts';

export const namespace = 'minibatch-lab';

/** Longest wait for the lab to begin once its page is there, and for an answer, in milliseconds. */
const patience = 40_000;

const events: readonly string[] = [
  ...['ready', 'change', 'steps', 'diverged', 'converged', 'limit', 'height', 'key', 'error'],
  ...['lesson:committed', 'lesson:revealed', 'lesson:done'],
];

/** What stands in the frame: the page at an address, or a whole page as text; or a sentence that says why neither can. */
export type FramePage = { readonly address: string } | { readonly text: string } | { readonly refusal: string };

export interface FrameOptions {
  /** Where the frame is put; it is emptied when the lab goes. */
  readonly box: HTMLElement;
  /** The page to load, asked for at every load. */
  page(): FramePage | Promise<FramePage>;
  /** What the frame is called, and what its sandbox allows: at every load. */
  title(): string;
  sandbox(): string | null;
  /** An event of the lab. */
  hear(type: LabEvent, payload: never): void;
  /** A fault that the author of the page should read. */
  report(message: string): void;
  /** The frame's own style, where no style sheet gives it one. */
  readonly style?: string;
}

interface Waiting {
  readonly message: { readonly id: number; readonly type: string; readonly payload: unknown };
  isSent: boolean;
  answer(payload: unknown): void;
  fail(error: Error): void;
}

/** A height or width as CSS has it; a bare number is pixels. */
const cssLength = (text: string): string => (/^[\d.]+$/.test(text) ? `${text}px` : text);

/** The height that a lab of this width will tell, before it has. */
const expectedHeight = (width: number): number => (width >= 1000 ? 720 : width >= 640 ? 640 : 1090);

export class LabFrame {
  private readonly options: FrameOptions;
  private readonly waiting = new Map<number, Waiting>();
  private readonly receive = ({ source, data }: MessageEvent): void => {
    if (source !== null && source === this.frame?.contentWindow) this.take(data);
  };
  private frame: HTMLIFrameElement | null = null;
  private fault: string | null = null;
  private told = 0;
  private lastId = 0;
  private nextLook: ReturnType<typeof setTimeout> | undefined;
  private endAround = (): void => {};
  /** A theme that came after the page of the lab was asked for. */
  private lateTheme: 'light' | 'dark' | null = null;
  private size = { height: 'auto', width: '' };
  isReady = false;

  constructor(options: FrameOptions) {
    this.options = options;
  }

  /** Puts the lab on the page. */
  connect(): void {
    window.addEventListener('message', this.receive);
    this.endAround = followAround(this.options.box, () => this.showOrHide());
    void this.load();
  }

  /** Takes it off again; what was asked and not answered is refused at once. */
  disconnect(): void {
    window.removeEventListener('message', this.receive);
    this.endAround();
    clearTimeout(this.nextLook);
    this.options.box.replaceChildren();
    this.frame = null;
    this.isReady = false;
    this.fault = null;
    this.told = 0;
    this.fail('The lab is no longer on the page.');
  }

  /** Loads the lab anew, as it is described now. Requests that wait for it are kept. */
  async load(): Promise<void> {
    const { box } = this.options;
    this.isReady = false;
    this.fault = null;
    this.fail('The lab was loaded anew.', ({ isSent }) => isSent);
    // A frame of its own each time: nothing that an earlier page says can be taken for an answer of this one.
    const frame = document.createElement('iframe');
    this.frame = frame;
    frame.title = this.options.title();
    frame.style.cssText = this.options.style ?? '';
    frame.allow = 'fullscreen; clipboard-write';
    frame.allowFullscreen = true;
    frame.loading = this.waiting.size > 0 ? 'eager' : 'lazy';
    const sandbox = this.options.sandbox();
    if (sandbox !== null) frame.setAttribute('sandbox', sandbox);
    box.replaceChildren(frame);
    this.fit();
    this.showOrHide();
    this.lateTheme = null;
    const page = await this.options.page();
    if (frame !== this.frame) return;
    if ('refusal' in page) {
      this.refuse(page.refusal);
      return;
    }
    const place = 'address' in page ? `at ${page.address}` : 'in the frame';
    frame.onload = () => {
      const giveUp = () => {
        if (frame === this.frame && !this.isReady) this.refuse(`no lab has answered ${place}.`);
      };
      setTimeout(giveUp, patience);
    };
    if ('address' in page) frame.src = page.address;
    else frame.srcdoc = page.text;
  }

  /** Says what the frame is called. */
  retitle(): void {
    if (this.frame !== null) this.frame.title = this.options.title();
  }

  /** The height: `auto` as the lab tells, `fixed` as it is at first, or a length. False for what is no length. */
  resize(height: string, width: string): boolean {
    this.size = { height, width };
    this.fit();
    return height === 'auto' || height === 'fixed' || CSS.supports('height', cssLength(height));
  }

  private fit(): void {
    const { box } = this.options;
    const { height, width } = this.size;
    const isOwn = height !== 'auto' && height !== 'fixed';
    box.style.blockSize = isOwn ? cssLength(height) : '';
    box.style.inlineSize = cssLength(width);
    if (this.frame !== null && (this.told === 0 || height !== 'fixed'))
      this.frame.style.flexBasis = `${this.told || expectedHeight(box.clientWidth)}px`;
  }

  /**
   * A page in a frame cannot see that the page around it has made it invisible, as a deck does with its other slides, and
   * would run on. Without a box of its own it knows, waits, and goes on when it is back; its place is kept.
   */
  private showOrHide(): void {
    const { frame } = this;
    const { box } = this.options;
    clearTimeout(this.nextLook);
    if (frame === null) return;
    const isHidden = !box.checkVisibility({ visibilityProperty: true, opacityProperty: true });
    // Nothing tells that a fade or an animation has begun to show it.
    if (isHidden) this.nextLook = setTimeout(() => this.showOrHide(), 100);
    // What stands ready out of sight is loaded for when it comes.
    if (isHidden && box.checkVisibility()) frame.loading = 'eager';
    if (isHidden === (frame.style.display === 'none')) return;
    box.style.minBlockSize = isHidden ? `${frame.offsetHeight}px` : '0';
    frame.style.display = isHidden ? 'none' : '';
  }

  private post(message: Readonly<Record<string, unknown>>): void {
    this.frame?.contentWindow?.postMessage({ ns: namespace, v: 1, ...message }, '*');
  }

  private take(data: unknown): void {
    const { ns, type, id, payload } = (data ?? {}) as Record<string, never>;
    if (ns !== namespace) return;
    const waiting = this.waiting.get(id);
    if (waiting !== undefined) {
      this.waiting.delete(id);
      const { message, code } = (payload ?? {}) as { readonly message: string; readonly code: string };
      if (type === 'error') waiting.fail(Object.assign(new Error(message), { code }));
      else waiting.answer(payload);
      return;
    }
    if (events.includes(type)) this.hear(type, payload);
  }

  private hear(type: LabEvent, payload: never): void {
    // A lab that has begun says `ready` to everyone, without its state; the answer to our hello has it.
    if (type === 'ready' && (payload as { readonly state: unknown }).state === null) {
      this.isReady = false;
      this.fail('The lab was loaded anew.', ({ isSent }) => isSent);
      this.post({ type: 'hello' });
      return;
    }
    if (type === 'ready') {
      this.isReady = true;
      this.fault = null;
      for (const waiting of this.waiting.values()) this.send(waiting);
      if (this.lateTheme !== null) this.tellTheme(this.lateTheme);
    }
    const { height } = payload as { readonly height: number };
    if (type === 'height' && height > 0) {
      this.told = height;
      this.fit();
    }
    this.options.hear(type, payload);
  }

  /** A request by its type in the messages; kept until the lab is there. */
  request<Type extends keyof Requests>(
    type: Type,
    payload?: Requests[Type]['payload'],
  ): Promise<Requests[Type]['answer']> {
    if (this.fault !== null) return Promise.reject(new Error(this.fault));
    return new Promise((answer, fail) => {
      this.lastId += 1;
      const message = structuredClone({ type, id: this.lastId, payload });
      const waiting: Waiting = { answer: answer as (payload: unknown) => void, fail, message, isSent: false };
      this.waiting.set(message.id, waiting);
      if (this.isReady) this.send(waiting);
      else if (this.frame !== null) this.frame.loading = 'eager';
    });
  }

  /** Tells the lab about another theme; one that is on its way hears of it once it is there. */
  tellTheme(theme: 'light' | 'dark'): void {
    this.lateTheme = this.isReady ? null : theme;
    // A lab that has gone meanwhile needs none.
    if (this.isReady) this.request('setHost', { theme }).catch(() => {});
  }

  private send(waiting: Waiting): void {
    if (waiting.isSent) return;
    waiting.isSent = true;
    this.post(waiting.message);
    setTimeout(() => this.fail(`${waiting.message.type} was not answered.`, (one) => one === waiting), patience);
  }

  private fail(sentence: string, isMeant: (waiting: Waiting) => boolean = () => true): void {
    for (const [id, waiting] of this.waiting) {
      if (!isMeant(waiting)) continue;
      this.waiting.delete(id);
      waiting.fail(new Error(sentence));
    }
  }

  /** There is no lab, and none will come before the next load. */
  private refuse(sentence: string): void {
    this.fault = `<${namespace}>: ${sentence}`;
    this.fail(this.fault);
    this.options.box.replaceChildren(this.fault);
    this.options.report(sentence);
  }
}
