// Tells the page around this one which height would suit, in the dialects of those that listen: our own, Canvas and
// other learning systems (LTI), H5P, and Embedly.

import { namespace, protocolVersion } from './protocol.ts';

/** Change of height that is worth telling, and the bounds of what is asked for in one column, in CSS pixels. */
const leastChange = 2;
const [lowest, highest] = [640, 4000];

/** When the search for a height that is its own content's has come to its end, in CSS pixels and in rounds. */
const closeEnough = 0.25;
const mostRounds = 12;

/** Between two looks at what has changed, and how long a lower height has to last to be told, in milliseconds. */
const pause = 100;
const lasting = 500;

/** In CSS pixels. */
const widestScrollBar = 20;

/** Heights at which the two wider layouts show everything at once, by the width from which they hold. */
const layouts: readonly { readonly width: number; readonly height: number }[] = [
  { width: 1000, height: 720 },
  { width: 640, height: 640 },
];

/**
 * The height that suits a frame of this width: a layout's own, or in one column what the content takes. There the plot
 * grows with the frame, by less than the frame does, so that one height is its own content's and the search comes to it.
 * @param contentAt the height of the content in a frame of the given height, both in CSS pixels
 */
export function wantedHeight(width: number, contentAt: (frame: number) => number): number {
  const layout = layouts.find((candidate) => width >= candidate.width);
  if (layout !== undefined) return layout.height;
  let height = lowest;
  for (let round = 0; round < mostRounds; round++) {
    const content = Math.min(highest, Math.max(lowest, contentAt(height)));
    if (Math.abs(content - height) < closeEnough) break;
    height = content;
  }
  return Math.ceil(height);
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

export interface Told {
  readonly width: number;
  readonly height: number;
}

/**
 * Whether a height would only go back and forth: a host whose scroll bar comes and goes with the height changes the
 * width, and with it the layout, each time. Then the larger of the two heights stays.
 * @param told what was told before, the last at the end
 */
export function isSwing(told: readonly Told[], next: Told): boolean {
  const last = [...told.slice(-3), next];
  const [first, second] = last;
  return (
    last.length === 4 &&
    next.height < told[told.length - 1].height &&
    Math.abs(first.width - second.width) <= widestScrollBar &&
    last.every(({ width, height }, place) => {
      const other = place % 2 === 0 ? first : second;
      return width === other.width && height === other.height;
    })
  );
}

export interface HeightOptions {
  readonly page: Window;
  /** The element whose content fills the page: in it the frame, in that the sheet that the layouts lay out. */
  readonly root: Element;
}

/** Tells the height now and whenever it changes. `tellAgain` is for a listener that came late. */
export function tellHeight({ page, root }: HeightOptions): { tellAgain(): void; dispose(): void } {
  const { parent } = page;
  if (parent === page) return { tellAgain: () => {}, dispose: () => {} };
  let told: readonly Told[] = [];
  let isH5p = false;
  let soon: ReturnType<typeof setTimeout> | undefined;
  let later: ReturnType<typeof setTimeout> | undefined;
  const say = (height: number): void => {
    for (const message of heightMessages(height, page.location.href, isH5p)) parent.postMessage(message, '*');
  };
  const tell = (isLasting: boolean): void => {
    watch();
    const width = root.clientWidth;
    const [frame] = root.children;
    // A collapsed frame, or one that shows nothing yet, has nothing to say.
    if (width === 0 || frame === undefined) return;
    const next = { width, height: wantedHeight(width, (height) => contentHeightAt(frame, height)) };
    const last = told.at(-1);
    if (last !== undefined && Math.abs(next.height - last.height) < leastChange) return;
    if (isSwing(told, next)) return;
    // What another view shows is often there only a moment after the view before has gone.
    if (last !== undefined && next.height < last.height && !isLasting) {
      later ??= setTimeout(() => {
        later = undefined;
        tell(true);
      }, lasting);
      return;
    }
    told = [...told.slice(-3), next];
    say(next.height);
  };
  const look = (): void => {
    soon ??= setTimeout(
      () => {
        soon = undefined;
        tell(false);
      },
      told.length === 0 ? 0 : pause,
    );
  };
  const sizes = new ResizeObserver(look);
  const parts = new MutationObserver(look);
  const watched = new WeakSet<Element>();
  // Where the content is lower than the frame the sheet keeps its height, but what stands in it does not. What a low
  // frame does not show has no size, but it comes and goes.
  const watch = (): void => {
    for (const element of [root, ...root.querySelectorAll(depths)]) {
      if (watched.has(element)) continue;
      watched.add(element);
      sizes.observe(element);
      parts.observe(element, { childList: true });
    }
  };
  const tellAgain = (): void => {
    const last = told.at(-1);
    if (last === undefined) tell(true);
    else say(last.height);
  };
  const receive = ({ source, data }: MessageEvent): void => {
    if (source !== parent || data?.context !== 'h5p') return;
    if (data.action !== 'hello' && data.action !== 'resize') return;
    isH5p = true;
    tellAgain();
  };
  page.addEventListener('message', receive);
  parent.postMessage({ context: 'h5p', action: 'hello' }, '*');
  tell(true);
  return {
    tellAgain,
    dispose() {
      clearTimeout(soon);
      clearTimeout(later);
      sizes.disconnect();
      parts.disconnect();
      page.removeEventListener('message', receive);
    },
  };
}

/** Everything down to what a view shows. */
const depths = [1, 2, 3, 4, 5, 6, 7, 8].map((depth) => `:scope${' > *'.repeat(depth)}`).join();

/** How high the content would be in a frame of this height: laid out so for a moment, before anything is painted. */
function contentHeightAt(frame: Element, height: number): number {
  const [sheet] = frame.children;
  if (!(frame instanceof HTMLElement && sheet instanceof HTMLElement)) return 0;
  const { scrollTop } = frame;
  frame.style.blockSize = `${height}px`;
  sheet.style.minBlockSize = '0';
  const content = sheet.getBoundingClientRect().height;
  frame.style.blockSize = '';
  sheet.style.minBlockSize = '';
  frame.scrollTop = scrollTop;
  return content;
}
