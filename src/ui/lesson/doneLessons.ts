// Which lessons were done on this device, so that whoever comes back another day finds where to go on. No answer is kept.

import { keep, readKept } from '../../embed/capabilities.ts';

const keptAs = 'lessons-done';

export function readDone(): ReadonlySet<string> {
  const kept = readKept(keptAs);
  return new Set(kept.ok && kept.value !== null && kept.value !== '' ? kept.value.split(',') : []);
}

export function keepDone(lesson: string): void {
  const done = readDone();
  if (!done.has(lesson)) keep(keptAs, [...done, lesson].join(','));
}
