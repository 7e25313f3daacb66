// The Content-Security-Policy of the single file: the scripts and styles it holds may run, by their hashes,
// the worker may start from a blob through the page's own Trusted Types policy, and nothing is ever requested.
import { createHash } from 'node:crypto';

const hashOf = (text) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/** The texts of the elements of this name, in order; an element that loads its text from elsewhere is an error. */
function textsOf(html, name) {
  const elements = html.matchAll(new RegExp(`<${name}\\b([^>]*)>(.*?)</${name}>`, 'gs'));
  return Array.from(elements, ([, attributes, text]) => {
    if (/\ssrc\s*=/.test(attributes)) throw new Error(`A <${name}> is not inlined: ${attributes.trim()}`);
    // After `<!--` a `<script` inside a script no longer ends where it seems to.
    if (text.includes('<!--'))
      throw new Error(`A <${name}> contains <!--, which HTML reads as the start of a comment.`);
    return text;
  });
}

export function policyOf(html) {
  return [
    "default-src 'none'",
    `script-src ${textsOf(html, 'script').map(hashOf).join(' ') || "'none'"}`,
    `style-src ${textsOf(html, 'style').map(hashOf).join(' ') || "'none'"}`,
    "style-src-attr 'unsafe-inline'",
    'worker-src blob:',
    'img-src data: blob:',
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    'trusted-types minibatch-lab',
  ].join('; ');
}

/** The page with its policy as the first thing after its encoding, before anything the policy speaks about. */
export function addPolicy(html) {
  // A parser reads every line end as \n, and the hash is of what the parser read.
  const page = html.replaceAll('\r\n', '\n');
  if (/<link\b[^>]*\brel="?(stylesheet|modulepreload)/.test(page))
    throw new Error('A stylesheet or module is not inlined.');
  const encoding = /<meta charset="?utf-8"?\s*\/?>/i;
  if (!encoding.test(page)) throw new Error('The page does not state its encoding.');
  const policy = `<meta http-equiv="Content-Security-Policy" content="${policyOf(page)}">`;
  return page.replace(encoding, (found) => `${found}\n    ${policy}`);
}
