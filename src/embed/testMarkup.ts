// For tests: what a parser of HTML finds in a text.

import sanitize from 'sanitize-html';

interface Markup {
  readonly tag: string;
  readonly attributes: Readonly<Record<string, string>>;
}

/** The elements of an HTML text with their attributes, in order. */
export function elementsOf(html: string): readonly Markup[] {
  const found: Markup[] = [];
  sanitize(html, {
    allowedTags: false,
    allowedAttributes: false,
    allowVulnerableTags: true,
    transformTags: {
      '*': (tag, attributes) => {
        found.push({ tag, attributes });
        return { tagName: tag, attribs: attributes };
      },
    },
  });
  return found;
}
