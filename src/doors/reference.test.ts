// The reference against the declarations: no name is missing, and every link in it means something to the page.

import { expect, it } from 'vitest';
import { parseHost, wishNames } from '../embed/host.ts';
import { hostNames } from '../embed/names.ts';
import { requestTypes } from '../embed/protocol.ts';
import { parseLink } from '../lab/url.ts';
import { optimizers } from '../training/optimizers/index.ts';
import { problems } from '../training/problems/index.ts';
import { schedules } from '../training/schedules/index.ts';
import { referencePage } from './reference.ts';
import { settingNames } from './settingNames.ts';

const page = referencePage('1.2.3');

it('names every setting, part, request, problem, optimizer, and schedule', () => {
  const ids = [problems, optimizers, schedules].flatMap((things) => Object.keys(things));
  for (const name of [...settingNames, ...wishNames, ...hostNames, ...requestTypes, ...ids])
    expect(page).toContain(`<code>${name}</code>`);
});

it('has only links that the page reads whole', () => {
  const links = [...page.matchAll(/href="index\.html([^"#]*)#([^"]*)"/g)].map(([, query, hash]) => ({
    query: query.replaceAll('&amp;', '&'),
    hash: hash.replaceAll('&amp;', '&'),
  }));
  expect(links.length).toBeGreaterThan(100);
  for (const { query, hash } of links) {
    expect(parseHost(query).refused, query).toEqual([]);
    expect(parseLink(`#${hash}`).refused, hash).toEqual([]);
  }
});
