// import { mount } from 'minibatch-lab'
// Puts a lab into an element of a page and returns a handle to it. Without `src` it is the page that comes with the
// package, in a sandbox that may run scripts and nothing else; nothing is requested from anywhere.

import { isOfPage, pageWithAddress, partsOfAddress } from './address.ts';
import { followTheme } from './hostTheme.ts';
import { type FramePage, LabFrame } from './labFrame.ts';
import type {
  ChangeableWishes,
  ExportedFile,
  ExportFormat,
  ExportOptions,
  LabEvent,
  LabEvents,
  LabListener,
  LabSnapshot,
  Settings,
  StateChange,
  Wishes,
} from './messages.ts';

export type * from './messages.ts';

export interface MountOptions extends Wishes {
  /** Address of a lab on a server, by http or https; absent for the lab of the package. */
  readonly src?: string;
  /** What the frame is called; `Minibatch Lab` unless said. */
  readonly title?: string;
  /** `auto`, what the lab needs; `fixed`, as at first; or a length, `480` or `60vh`. */
  readonly height?: string | number;
  /** The sandbox of a lab from `src`; none unless said. That of the package may run scripts, and nothing else. */
  readonly sandbox?: string;
}

/** A lab on a page. Every request promises its answer, and is kept until the lab is there. */
export interface LabHandle {
  readonly element: HTMLElement;
  getState(): Promise<LabSnapshot>;
  setState(change: StateChange): Promise<LabSnapshot>;
  setHost(wishes: ChangeableWishes): Promise<null>;
  play(): Promise<LabSnapshot>;
  pause(): Promise<LabSnapshot>;
  takeSteps(count?: number): Promise<LabSnapshot>;
  stepPhase(): Promise<LabSnapshot>;
  reset(): Promise<LabSnapshot>;
  seek(step: number): Promise<LabSnapshot>;
  export(format: ExportFormat, options?: ExportOptions): Promise<ExportedFile>;
  /** Calls `listener` at every event of this type. Returns a function that ends it. */
  on<Type extends LabEvent>(type: Type, listener: LabListener<Type>): () => void;
  /** Takes the lab off the page; what was asked and not answered is refused at once. */
  destroy(): void;
}

/** The lab at an address, or the one in the package. */
async function pageOf(src: string | undefined, settings: Settings, wishes: Wishes): Promise<FramePage> {
  const asked = partsOfAddress(settings, wishes);
  if (src === undefined) return { text: pageWithAddress((await import('./page.ts')).page, asked) };
  const address = URL.canParse(src, document.baseURI) ? new URL(src, document.baseURI) : null;
  if (!isOfPage(address)) return { refusal: 'src is an address by http, https, or file; nothing else is loaded.' };
  return { address: `${address.href.replace(/[?#].*$/s, '')}${asked.query}${asked.hash}` };
}

const requestsOf = (frame: LabFrame): Omit<LabHandle, 'element' | 'setHost' | 'on' | 'destroy'> => ({
  getState: () => frame.request('getState'),
  setState: (change) => frame.request('setState', change),
  play: () => frame.request('play'),
  pause: () => frame.request('pause'),
  takeSteps: (count = 1) => frame.request('step', { count }),
  stepPhase: () => frame.request('stepPhase'),
  reset: () => frame.request('reset'),
  seek: (step) => frame.request('seek', { step }),
  export: (format, options) => frame.request('export', { format, ...options }),
});

type Listeners = Map<LabEvent, Set<(payload: never) => void>>;

/**
 * @param element is emptied, and holds the lab until the handle is destroyed
 * @param settings by their names in the lab's link
 */
export function mount(element: HTMLElement, settings: Settings = {}, options: MountOptions = {}): LabHandle {
  const { src, title = 'Minibatch Lab', height = 'auto', sandbox, ...wishes } = options;
  const listeners: Listeners = new Map();
  const tell = <Type extends LabEvent>(type: Type, payload: LabEvents[Type]): void => {
    for (const listener of listeners.get(type) ?? []) listener(payload as never);
  };
  const report = (message: string): void => {
    // biome-ignore lint/suspicious/noConsole: the author of the page reads it there.
    console.error(`minibatch-lab: ${message}`);
    tell('error', { message });
  };
  const box = document.createElement('div');
  // The height is that of the frame, or the one given.
  box.style.cssText = 'display:flex;flex-direction:column;min-block-size:0';
  element.replaceChildren(box);
  const theme = followTheme(element, wishes.theme, (theme) => frame.tellTheme(theme));
  const frame = new LabFrame({
    box,
    title: () => title,
    sandbox: () => sandbox ?? (src === undefined ? 'allow-scripts' : null),
    page: () => pageOf(src, settings, { ...wishes, theme: theme.now() }),
    hear: (type, payload) => tell(type, payload),
    report,
    style: 'inline-size:100%;min-block-size:0;border:0;flex-grow:1',
  });
  frame.connect();
  if (!frame.resize(String(height), '')) report(`height is auto, fixed, or a length, not ${height}.`);
  return {
    element,
    ...requestsOf(frame),
    setHost(change) {
      if (change.theme === undefined) return frame.request('setHost', change);
      // The lab cannot see the page around it: `auto` is for us to read.
      theme.wish(change.theme);
      return frame.request('setHost', { ...change, theme: theme.now() });
    },
    on: (type, listener) => {
      const heard = listeners.get(type) ?? new Set();
      listeners.set(type, heard.add(listener));
      return () => void heard.delete(listener);
    },
    destroy() {
      theme.end();
      frame.disconnect();
      box.remove();
    },
  };
}
