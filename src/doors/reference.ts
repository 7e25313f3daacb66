// The reference as one page: every setting, wish, message, and event, written from the same declarations as the controls
// and the checks. Built, it is dist/reference.html.

import type { WishName } from '../embed/host.ts';
import { escaped } from '../embed/markup.ts';
import { hostNames, lockableNames } from '../embed/names.ts';
import { notebookCell } from '../embed/notebookCell.ts';
import { exportFormats, requestTypes } from '../embed/protocol.ts';
import { optimizers } from '../training/optimizers/index.ts';
import { problems } from '../training/problems/index.ts';
import { schedules } from '../training/schedules/index.ts';
import { allSettings, type Setting, type Variant } from './fieldTables.ts';
import type { LabEvent } from './messages.ts';
import { pageStyle } from './pageParts.ts';
import { settingNames } from './settingNames.ts';
import { besideSettings, rangeOf, written } from './settingsType.ts';

/** The version since which names are there; all others since the first. */
const since: Readonly<Record<string, string>> = {};
const firstVersion = '0.1.0';

/** Units of settings that have one. */
const units: Readonly<Record<string, string>> = {
  rotation: 'degrees',
  batchSize: 'examples',
  examples: 'examples',
  warmup: 'steps or epochs, as scheduleUnit says',
  testShare: 'share of the examples',
  accumulate: 'micro-batches',
  clipNorm: 'length of the gradient',
};

const code = (text: string): string => `<code>${escaped(text)}</code>`;

/** A link into the lab beside this page. */
const live = (hash: string, query = ''): string =>
  `<a href="index.html${escaped(query)}#${escaped(hash)}">${code(query === '' ? `#${hash}` : query)}</a>`;

/** A value of the field that is not its default, as a link says it. */
function otherThan({ field }: Pick<Variant, 'field'>): string {
  switch (field.kind) {
    case 'switch':
      // A switch may need another setting beside it; what stands there anyway always means something.
      return field.default ? '1' : '0';
    case 'choice':
      return field.choices.find(({ value }) => value !== field.default)?.value ?? field.default;
    case 'number':
      return written(field.default);
    default:
      return written(field.default);
  }
}

/** A link with the setting in it; with own examples none is short enough to stand here. */
function exampleOf(name: string, { owners, ...variant }: Variant): string {
  const [owner] = owners;
  if (owner?.startsWith('data=')) return '–';
  return live([...(owner === undefined ? [] : [owner]), `${name}=${otherThan(variant)}`].join('&'));
}

function settingRows({ name, variants }: Setting): string {
  return variants
    .map((variant, place) => {
      const { field, owners } = variant;
      const whose = owners.length === 0 ? 'every run' : owners.map(code).join(', ');
      return `<tr>${place === 0 ? `<th scope="rowgroup" rowspan="${variants.length}" id="${name}">${code(name)}</th>` : ''}
<td>${escaped(field.label)}</td><td>${escaped(rangeOf(field))}</td><td>${code(written(field.default))}</td>
<td>${units[name] ?? '–'}</td><td>${whose}</td><td>${since[name] ?? firstVersion}</td><td>${exampleOf(name, variant)}</td></tr>`;
    })
    .join('\n');
}

const table = (titles: readonly string[], rows: string): string =>
  `<div class="scroll" tabindex="0"><table><thead><tr>${titles.map((title) => `<th scope="col">${title}</th>`).join('')}</tr></thead>
<tbody>${rows}</tbody></table></div>`;

const rowsOf = (rows: readonly (readonly string[])[]): string =>
  rows
    .map(
      ([first, ...cells]) =>
        `<tr><th scope="row">${first}</th>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`,
    )
    .join('\n');

const idsOf = (kind: string, things: Readonly<Record<string, { readonly title: string }>>): string =>
  table(
    ['key', 'title', 'opens'],
    rowsOf(Object.entries(things).map(([id, { title }]) => [code(id), escaped(title), live(`${kind}=${id}`)])),
  );

/** Wishes in the query: what each may say, what it does, and an example. */
const wishes: Readonly<Record<WishName, readonly [values: string, meaning: string, example: string]>> = {
  embed: ['1 or 0', 'No title row, less space around.', '?embed=1'],
  hide: [
    'names with commas',
    'Leaves out controls and views; hiding a control never hides an output.',
    '?hide=speed,tabCode',
  ],
  show: ['names with commas', 'Brings back what is left out or stands behind More.', '?show=tabCode'],
  lock: ['names with commas', 'Shows controls that cannot be moved.', '?lock=learningRate'],
  level: ['first or all', 'The few things of a first lesson, or everything.', '?level=all'],
  theme: ['light, dark, or auto', 'The theme.', '?theme=dark'],
  lang: ['a language tag', 'The language; en and de are there.', '?lang=de'],
  autoplay: ['1 or 0', 'Plays once it is seen.', '?autoplay=1'],
  start: ['visible or now', 'Begins to work only once it is seen.', '?start=visible'],
  keys: ['1 or 0', 'Whether single keys act on the run.', '?keys=0'],
  height: ['auto or fixed', 'Whether the lab tells which height would suit.', '?height=fixed'],
  present: [
    '1 or question',
    'For a lecture: no knobs, PageDown reveals; or the question alone, for a second screen.',
    '?present=1',
  ],
};

const requests: Readonly<Record<(typeof requestTypes)[number], string>> = {
  hello: 'Asks for the events; answered by ready with the state.',
  getState: 'The state, once its numbers are there.',
  setState: 'Settings by name, and step, phase, or speed. What is refused changes nothing.',
  setHost: 'The wishes hide, show, lock, level, theme, lang, keys.',
  play: 'Plays.',
  pause: 'Pauses.',
  step: 'Takes count steps (1 unless said) from the step asked for last.',
  stepPhase: 'One phase of slow motion.',
  reset: 'Back to step 0.',
  seek: 'Shows step.',
  export: `The run as format ${exportFormats.join(', ')}.`,
};

const events: Readonly<Record<LabEvent, string>> = {
  ready: 'The lab is there; with the state in the answer to hello.',
  change: 'Settings, status, phase, or speed have changed.',
  steps: 'Steps were taken, at most ten times a second.',
  diverged: 'The run has left all bounds.',
  converged: 'The run has come to rest.',
  limit: 'The run has reached its last step.',
  height: 'Which height would suit, in CSS pixels.',
  key: 'A key that the lab has no use for.',
  error: 'A sentence, and a code.',
  'lesson:committed': 'An answer was given.',
  'lesson:revealed': 'The truth stands beside it.',
  'lesson:done': 'The lesson is done; with the answer and what it has right.',
};

const lockable: readonly string[] = lockableNames;

const nameRows = (): string =>
  rowsOf(
    hostNames
      .filter((name) => !settingNames.includes(name) || lockable.includes(name))
      .map((name) => [code(name), name === 'start' ? '' : 'hide, show', lockable.includes(name) ? 'lock' : '']),
  );

const cell = notebookCell({
  module: '"anywidget/widget.mjs"  # this file, or its address on a server',
  settings: '{"problem": "sine-fit", "batchSize": 4}',
  wishes: '{"theme": "light"}',
});

/** The whole page. */
export function referencePage(version: string): string {
  const settingTitles = ['name', 'label', 'range', 'default', 'unit', 'with', 'since', 'opens'];
  const sections: readonly (readonly [id: string, title: string, body: string])[] = [
    ['settings', 'Settings, after the #', table(settingTitles, allSettings().map(settingRows).join('\n'))],
    [
      'beside',
      'What else a link says',
      table(['name', 'meaning'], rowsOf(besideSettings.map(([name, , text]) => [code(name), escaped(text)]))),
    ],
    [
      'wishes',
      'Wishes, in the query',
      table(
        ['name', 'values', 'meaning', 'opens'],
        rowsOf(
          Object.entries(wishes).map(([name, [values, text, query]]) => [
            ...[code(name), values, text],
            live('lesson=none', query),
          ]),
        ),
      ),
    ],
    [
      'names',
      'Names that can be hidden, shown, or locked',
      `<p>Every setting can be hidden and locked by its name as well.</p>${table(['name', 'hide', 'lock'], nameRows())}`,
    ],
    [
      'requests',
      'Messages to the lab',
      table(['type', 'what it does'], rowsOf(requestTypes.map((type) => [code(type), requests[type]]))),
    ],
    [
      'events',
      'Events of the lab',
      table(['type', 'when'], rowsOf(Object.entries(events).map(([type, when]) => [code(type), when]))),
    ],
    ['notebook', 'In a notebook', `<pre><code>${escaped(cell)}</code></pre>`],
    ['problems', 'Problems', idsOf('problem', problems)],
    ['optimizers', 'Optimizers', idsOf('optimizer', optimizers)],
    ['schedules', 'Schedules', idsOf('schedule', schedules)],
  ];
  return `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>Minibatch Lab ${version}: reference</title>
<meta name="viewport" content="width=device-width, initial-scale=1"><link rel="icon" href="data:,"><style>${pageStyle}</style></head>
<body><h1>Minibatch Lab ${version}: reference</h1>
<p>An address of the lab is <code>page?wishes#settings</code>. As JSON, all of it is described by <a href="schema.json">schema.json</a>.</p>
<nav aria-label="Sections">${sections.map(([id, title]) => `<a href="#${id}">${title}</a>`).join('')}</nav>
${sections.map(([id, title, body]) => `<h2 id="${id}">${title}</h2>\n${body}`).join('\n')}
</body></html>
`;
}
