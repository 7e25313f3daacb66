// The gallery: every link is read whole, and every picture shows its run.

import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { parseBeside } from '../lab/compare/beside.ts';
import { lessons } from '../lab/lessons/index.ts';
import { parseLink } from '../lab/url.ts';
import { Trainer } from '../training/run/trainer.ts';
import { galleryPage } from './gallery.ts';
import { galleryLinks } from './galleryLinks.ts';

const page = galleryPage('1.2.3', readFileSync(new URL('../ui/theme.css', import.meta.url), 'utf8'));

it('has only links that the page reads whole', () => {
  const hashes = [...page.matchAll(/href="index\.html(#[^"]*)"/g)].map(([, hash]) => hash.replaceAll('&amp;', '&'));
  expect(hashes).toEqual(galleryLinks.map(({ hash }) => hash));
  expect(new Set(hashes).size).toBe(12);
  for (const hash of hashes) {
    const { config, beside, asks, refused } = parseLink(hash);
    expect([...refused, ...parseBeside(beside ?? {}, config).refused], hash).toEqual([]);
    if (asks !== undefined) expect(lessons.map(({ key }) => key)).toContain(asks.key);
  }
});

it('has a picture for every link, with a line in it and no number that is none', () => {
  const pictures = [...page.matchAll(/src="data:image\/svg\+xml,([^"]*)"/g)].map(([, text]) =>
    decodeURIComponent(text),
  );
  expect(pictures).toHaveLength(12);
  expect(new Set(pictures).size).toBe(12);
  for (const picture of pictures) {
    expect(picture).toMatch(/<path d="M/);
    for (const [, path] of picture.matchAll(/ d="([^"]*)"/g)) expect(path).toMatch(/^M/);
    expect(picture).not.toMatch(/NaN|Infinity|undefined/);
  }
});

it('the rate that is said to be too large ends within ten steps', () => {
  const { hash } = galleryLinks.find(({ title }) => title.includes('too large')) ?? { hash: '' };
  const { config, hyperparameters } = parseLink(hash);
  const trainer = new Trainer();
  trainer.start(config);
  const { end } = trainer.advance({
    steps: 10,
    milliseconds: Number.POSITIVE_INFINITY,
    stepLimit: 11,
    hyperparameters,
  });
  expect(end).toBe('diverged');
});
