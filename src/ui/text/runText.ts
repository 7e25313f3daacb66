// The words of what is to be seen only of a run that can be changed or goes on. They come with it in English; a catalogue
// in another language has them from the start.

import type { Catalogue, RunText } from './catalogue.ts';
import { run } from './en/run.ts';
import { useText } from './TextContext.tsx';

export const runTextIn = (text: Catalogue): RunText => text.run ?? run;

export const useRunText = (): RunText => runTextIn(useText());
