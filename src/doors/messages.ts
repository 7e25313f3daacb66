// What is said between a page and a lab in it, as types: nothing of this file remains when it is built. The page's own
// types are held against these by src/doors/messages.test.ts.

import type { ExportedFile, LabSnapshot, LessonAnswer, StepsTold } from '../embed/told.ts';
import type { Settings } from './settings.ts';

export type * from '../embed/told.ts';
export type { Settings } from './settings.ts';

/** What a page asks of the lab that it shows; none of it changes a number. */
export interface Wishes {
  /** Leaves out what only a page of its own needs; mounted labs have it. */
  readonly embed?: boolean;
  /** Plays once it is seen. */
  readonly autoplay?: boolean;
  /** Names of controls and views to leave out, and to bring back. */
  readonly hide?: readonly string[] | string;
  readonly show?: readonly string[] | string;
  /** Names of settings that are shown and cannot be moved. */
  readonly lock?: readonly string[] | string;
  /** `auto` follows the page that the lab stands in. */
  readonly theme?: 'auto' | 'light' | 'dark';
  /** All that there is in sight, or the few things of a first lesson. */
  readonly level?: 'all' | 'first';
  /** Shown to an audience: answers hidden until PageDown; `question` is the question alone, for a second screen. */
  readonly present?: boolean | 'question';
  /** A language tag; null is the reader's own. */
  readonly lang?: string | null;
  /** Single keys act on the run; true unless said. */
  readonly keys?: boolean;
}

/** The wishes that can also change while the lab is there. */
export type ChangeableWishes = Omit<Wishes, 'embed' | 'autoplay' | 'present'>;

export interface ExportOptions {
  /** Enlargement of a PNG, 1 to 4. */
  readonly scale?: number;
  /** Which library a script is written for. */
  readonly library?: string;
}

export type ExportFormat = 'svg' | 'png' | 'csv' | 'json' | 'script';

/** Settings, and where the run is to stand. */
export type StateChange = Settings & { readonly speed?: number | null };

/** Every request: what it carries, and what it is answered with. */
export interface Requests {
  readonly hello: { readonly payload?: undefined; readonly answer: { readonly state: LabSnapshot } };
  readonly getState: { readonly payload?: undefined; readonly answer: LabSnapshot };
  readonly setState: { readonly payload: StateChange; readonly answer: LabSnapshot };
  readonly setHost: { readonly payload: ChangeableWishes; readonly answer: null };
  readonly play: { readonly payload?: undefined; readonly answer: LabSnapshot };
  readonly pause: { readonly payload?: undefined; readonly answer: LabSnapshot };
  readonly step: { readonly payload: { readonly count: number }; readonly answer: LabSnapshot };
  readonly stepPhase: { readonly payload?: undefined; readonly answer: LabSnapshot };
  readonly reset: { readonly payload?: undefined; readonly answer: LabSnapshot };
  readonly seek: { readonly payload: { readonly step: number }; readonly answer: LabSnapshot };
  readonly export: {
    readonly payload: ExportOptions & { readonly format: ExportFormat };
    readonly answer: ExportedFile;
  };
}

/** Every event, with what it carries. */
export interface LabEvents {
  readonly ready: {
    readonly version: number;
    readonly requests: readonly string[];
    readonly formats: readonly string[];
    readonly state: LabSnapshot;
  };
  readonly change: LabSnapshot;
  readonly steps: StepsTold;
  readonly diverged: LabSnapshot;
  readonly converged: LabSnapshot;
  readonly limit: LabSnapshot;
  readonly height: { readonly height: number };
  readonly key: { readonly key: string; readonly code: string; readonly shiftKey: boolean };
  readonly error: { readonly message: string; readonly code?: string };
  readonly 'lesson:committed': LessonAnswer;
  readonly 'lesson:revealed': LessonAnswer;
  readonly 'lesson:done': LessonAnswer;
}

export type LabEvent = keyof LabEvents;
export type LabListener<Type extends LabEvent> = (payload: LabEvents[Type]) => void;
