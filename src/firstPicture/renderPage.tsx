// The page at a bare address as it is once everything is there, rendered without a browser: for the build, which writes it
// into the page's file, so that it is seen before the script has come.

import { lesson } from '../ui/text/en/lesson.ts';
import { words } from '../ui/text/en/lessons/theNextPoint.ts';
import { sheet } from '../ui/text/en/sheet.ts';
import { PaperPath } from './paperCanvas.ts';
import { PaperDocument, type PaperElement, type SizeOf } from './paperDocument.ts';
import { htmlIn } from './paperHtml.ts';
import type { ShownPage } from './showPage.tsx';

/** Renders at the sizes that `layout` gives. */
export interface RenderedPage extends ShownPage {
  readonly root: PaperElement;
  /** Lays the page out anew. */
  layOut(layout: SizeOf): Promise<void>;
}

/** Milliseconds after which nothing comes any more: React shows a part at once only some time after the one before. */
const quietTime = 1000;
/** Milliseconds after which what is missing will not come. */
const longestTime = 60_000;

/** Parts of the page that come one after the other. */
const parts: readonly string[] = [words.question, lesson.commit, sheet.printQuestion];

/** Gives the page what a browser has, as far as it asks for it; nothing ever happens there. */
function layPaper(paper: PaperDocument): Set<() => void> {
  const measures = new Set<() => void>();
  const observer = class {
    private readonly call: () => void;
    constructor(call: () => void) {
      this.call = call;
    }
    observe(): void {
      measures.add(this.call);
    }
    disconnect(): void {
      measures.delete(this.call);
    }
  };
  const never = class {
    observe(): void {}
    disconnect(): void {}
  };
  const globals = {
    document: paper,
    window: globalThis,
    parent: globalThis,
    location: new URL('http://paper.invalid/'),
    navigator: { languages: ['en'], userAgent: '', clipboard: {} },
    devicePixelRatio: 1,
    innerWidth: 0,
    innerHeight: 0,
    Element: Object,
    HTMLElement: Object,
    HTMLInputElement: Object,
    HTMLIFrameElement: never,
    ResizeObserver: observer,
    MutationObserver: never,
    IntersectionObserver: never,
    matchMedia: () => ({ matches: false, addEventListener() {}, removeEventListener() {} }),
    getComputedStyle: ({ style }: PaperElement) => ({
      getPropertyValue: () => '',
      fontSize: '16px',
      get color() {
        return style.read('color');
      },
    }),
    Path2D: PaperPath,
    ImageData: Object,
    requestAnimationFrame: (call: () => void) => setTimeout(call, 0),
    cancelAnimationFrame: clearTimeout,
    addEventListener() {},
    removeEventListener() {},
    localStorage: { getItem: () => null, setItem() {} },
  };
  for (const [name, value] of Object.entries(globals))
    Object.defineProperty(globalThis, name, { value, configurable: true, writable: true });
  return measures;
}

export async function renderPage(layout: SizeOf): Promise<RenderedPage> {
  let sizeOf = layout;
  const paper = new PaperDocument((element) => sizeOf(element));
  const measures = layPaper(paper);
  const root = paper.body.appendChild(paper.createElement('div'));
  // What asks for a document as soon as it is loaded.
  const { showPage } = await import('./showPage.tsx');
  const shown = showPage(root as unknown as HTMLElement);
  const settle = async (): Promise<void> => {
    const begun = performance.now();
    for (let since = begun, before = ''; performance.now() - since < quietTime; ) {
      await new Promise((resolve) => setTimeout(resolve, 5));
      const now = htmlIn(root);
      const missing =
        shown.lab.store.getState().surface === null ? 'surface' : parts.find((part) => !now.includes(part));
      if (now === before && missing === undefined) continue;
      before = now;
      since = performance.now();
      if (since - begun > longestTime)
        throw new Error(`The first picture does not come to rest: ${missing ?? 'it goes on'}.`);
    }
  };
  await settle();
  return {
    ...shown,
    root,
    async layOut(next) {
      sizeOf = next;
      for (const measure of measures) measure();
      await settle();
    },
  };
}
