// Says the same as what reads and writes settings, of whatever a link can say.

import { expect, it } from 'vitest';
import { atHand, hasSettings } from './setElsewhere.ts';
import { settingFields } from './settings.ts';
import { fieldsSaid, keysOf, type RunSettings, toValues } from './settingsCodec.ts';
import { parseLink } from './url.ts';

function saidByFields({ config, hyperparameters }: RunSettings): boolean {
  const values = toValues({ config, hyperparameters });
  return fieldsSaid(settingFields(keysOf(values), config.settings), values).some(({ name }) => !atHand.has(name));
}

const links = [
  '',
  ...['learningRate=0.3', 'batchSize=3', 'start=1,1', 'optimizer=adam', 'optimizer=adam&beta1=0.5&start=0,0'],
  ...['examples=50', 'noise=0.1', 'seed=3', 'sampling=with-replacement', 'sampling=sequential', 'dropLast=1'],
  ...['clipNorm=1', 'accumulate=2', 'forgetZeroGrad=1', 'schedule=cosine', 'scheduleUnit=epoch', 'warmup=10'],
  ...['offset=3', 'offset=1', 'standardised=1', 'optimizer=adam&eps=1e-3', 'optimizer=adam&weightDecay=0.1'],
  ...['schedule=step&stepSize=3', 'problem=circles', 'problem=circles&layers=3', 'problem=circles&startPlane=0,3'],
  ...['problem=circles&startPlane=0,1', 'problem=sine-fit', 'problem=sine-fit&optimizer=rprop&learningRate=1'],
];

it.each(links)('%s', (link) => {
  const settings = parseLink(`#${link}`);
  expect(hasSettings(settings)).toBe(saidByFields(settings));
});

it('both are seen', () => {
  expect(new Set(links.map((link) => hasSettings(parseLink(`#${link}`))))).toEqual(new Set([true, false]));
});
