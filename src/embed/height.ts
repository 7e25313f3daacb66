// Tells the page around this one which height would suit, in the dialects of those that listen: our own, Canvas and
// other learning systems (LTI), H5P, and Embedly.

import { namespace, protocolVersion } from './protocol.ts';

/**
 * Change of height that is worth telling, and the bounds of what is asked for in one column, in CSS pixels. In a lower
 * frame the page folds itself up, and what it folded up would seem to be all there is.
 */
const leastChange = 2;
const [lowest, highest] = [640, 4000];

/** Heights at which the two wider layouts show everything at once, by the width from which they hold. */
const layouts: readonly { readonly width: number; readonly height: number }[] = [
  { width: 1000, height: 720 },
  { width: 640, height: 640 },
];

/** The height that suits a frame of this width: a layout's own, or in one column whatever its content takes. */
export function wantedHeight(width: number, contentHeight: number): number {
  const layout = layouts.find((candidate) => width >= candidate.width);
  return layout?.height ?? Math.round(Math.min(highest, Math.max(lowest, contentHeight)));
}

/** The same height in every dialect. An H5P page listens only after it has answered a hello. */
export function heightMessages(height: number, address: string, isH5p: boolean): readonly unknown[] {
  return [
    { ns: namespace, v: protocolVersion, type: 'height', payload: { height } },
    { subject: 'lti.frameResize', height },
    { subject: 'org.imsglobal.lti.frameResize', height },
    JSON.stringify({ src: address, context: 'iframe.resize', height }),
    ...(isH5p ? [{ context: 'h5p', action: 'resize', height }] : []),
  ];
}

export interface HeightOptions {
  readonly page: Window;
  /** The element whose content fills the page. */
  readonly root: Element;
}

/** Tells the height now and whenever it changes. `tellAgain` is for a listener that came late. */
export function tellHeight({ page, root }: HeightOptions): { tellAgain(): void; dispose(): void } {
  const { parent } = page;
  if (parent === page) return { tellAgain: () => {}, dispose: () => {} };
  let told = 0;
  let isH5p = false;
  const watched = new Set<Element>();
  // What the page holds is there only after its first rendering, and may be exchanged later.
  const watch = (): void => {
    for (const element of [root, ...root.querySelectorAll(':scope > *, :scope > * > *')]) {
      if (watched.has(element)) continue;
      watched.add(element);
      observer.observe(element);
    }
  };
  const tell = (): void => {
    watch();
    const height = wantedHeight(root.clientWidth, contentHeightOf(root));
    // A collapsed frame, or one that shows nothing yet, has nothing to say.
    if (root.clientWidth === 0 || root.firstElementChild === null || Math.abs(height - told) < leastChange) return;
    told = height;
    for (const message of heightMessages(height, page.location.href, isH5p)) parent.postMessage(message, '*');
  };
  const tellAgain = (): void => {
    told = 0;
    tell();
  };
  const receive = ({ source, data }: MessageEvent): void => {
    if (source !== parent || data?.context !== 'h5p') return;
    if (data.action !== 'hello' && data.action !== 'resize') return;
    isH5p = true;
    tellAgain();
  };
  page.addEventListener('message', receive);
  parent.postMessage({ context: 'h5p', action: 'hello' }, '*');
  const observer = new ResizeObserver(tell);
  tell();
  return {
    tellAgain,
    dispose() {
      observer.disconnect();
      page.removeEventListener('message', receive);
    },
  };
}

/** What the content takes even where it scrolls inside the page. */
const contentHeightOf = (root: Element): number =>
  Math.max(root.scrollHeight, ...Array.from(root.children, (child) => child.scrollHeight));
