// What stands on paper as HTML, as short as it can be said.

import { PaperElement } from './paperDocument.ts';

const svgNamespace = 'http://www.w3.org/2000/svg';
const voidElements: ReadonlySet<string> = new Set(['input', 'br', 'hr', 'img', 'link', 'meta', 'wbr']);

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/** An attribute as short as HTML can have it. */
function written(name: string, value: string): string {
  if (value === '') return ` ${name}`;
  if (/^[^\s"'=<>`&/]+$/.test(value)) return ` ${name}=${value}`;
  return ` ${name}="${value.replaceAll('&', '&amp;').replaceAll('"', '&quot;')}"`;
}

/** What is written otherwise than it stands there. */
export interface Writing {
  /** Elements that are left out. */
  isLeftOut(element: PaperElement): boolean;
  /** More attributes. */
  attributes(element: PaperElement): string;
  /** HTML that comes before what stands in an element. */
  before(element: PaperElement): string;
}

/** What stands in an element, as HTML. */
export function htmlIn(element: PaperElement, writing?: Writing): string {
  const inside = element.childNodes.map((child) => {
    if (!(child instanceof PaperElement)) return escaped(child.textContent);
    return writing?.isLeftOut(child) ? '' : htmlOf(child, writing);
  });
  return `${writing?.before(element) ?? ''}${inside.join('')}`;
}

function htmlOf(element: PaperElement, writing?: Writing): string {
  const { localName, attributes, style, selected, value } = element;
  const styled = String(style);
  const all = new Map([
    ...attributes,
    ...(styled === '' ? [] : ([['style', styled]] as const)),
    ...(selected ? ([['selected', '']] as const) : []),
    ...(localName === 'input' && value !== '' ? ([['value', value]] as const) : []),
  ]);
  const start = `<${localName}${Array.from(all, ([name, value]) => written(name, value)).join('')}${writing?.attributes(element) ?? ''}`;
  if (voidElements.has(localName)) return `${start}>`;
  const inside = htmlIn(element, writing);
  // A shape of a drawing needs no end.
  if (element.namespaceURI === svgNamespace && inside === '') return `${start} />`;
  return `${start}>${inside}</${localName}>`;
}
