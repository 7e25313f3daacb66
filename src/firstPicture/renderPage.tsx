// The page at a bare address as it is once everything is there, rendered without a browser: for the build, which writes it
// into the page's file, so that it is seen before the script has come.

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

/** Turns of the event loop after which nothing comes any more. */
const quietTurns = 40;

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
    for (let quiet = 0, before = ''; quiet < quietTurns; ) {
      await new Promise((resolve) => setTimeout(resolve, 5));
      const now = htmlIn(root);
      quiet = now === before && shown.lab.store.getState().surface !== null ? quiet + 1 : 0;
      before = now;
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
