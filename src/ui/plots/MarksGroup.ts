// Marks as the elements of an SVG group on the page: the elements stay, and only what changed of them is written.

import type { Mark } from '../../drawing/marks.ts';
import { type Attributes, type SvgWords, svgElement } from '../../drawing/svgMarks.ts';

/** Colours follow the theme by themselves; pictures are the canvases' business. */
const words: SvgWords = { colour: (name) => `var(--${name})`, image: () => null };

interface Shown {
  readonly node: SVGElement;
  readonly attributes: Attributes;
  readonly text: string | undefined;
}

export class MarksGroup {
  private readonly group: SVGGElement;
  private shown: readonly Shown[];

  /** What stands in the group already, as in the first picture, is what it shows. */
  constructor(group: SVGGElement) {
    this.group = group;
    this.shown = Array.from(group.children as HTMLCollectionOf<SVGElement>, (node) => ({
      node,
      attributes: Object.fromEntries(Array.from(node.attributes, ({ name, value }) => [name, value])),
      text: node.textContent === '' ? undefined : node.textContent,
    }));
  }

  show(marks: readonly Mark[]): void {
    const elements = marks.flatMap((mark) => svgElement(mark, words) ?? []);
    const next = elements.map(({ name, attributes, text }, i): Shown => {
      const before = this.shown[i];
      const isKept = before !== undefined && before.node.nodeName === name;
      const node = isKept ? before.node : document.createElementNS('http://www.w3.org/2000/svg', name);
      if (!isKept && before !== undefined) before.node.replaceWith(node);
      else if (!isKept) this.group.append(node);
      write(node, attributes, isKept ? before.attributes : {});
      if (text !== undefined && !(isKept && before.text === text)) node.textContent = text;
      return { node, attributes, text };
    });
    for (const { node } of this.shown.slice(next.length)) node.remove();
    this.shown = next;
  }
}

/** Even the same attribute, written again, has its style computed anew. */
function write(node: SVGElement, attributes: Attributes, before: Attributes): void {
  for (const [name, value] of Object.entries(attributes))
    if (value !== before[name])
      if (value === undefined) node.removeAttribute(name);
      else node.setAttribute(name, String(value));
  for (const name of Object.keys(before)) if (!(name in attributes)) node.removeAttribute(name);
}
