// What is said between a page and a lab in it, as types: nothing of this file remains when it is built. The page's own
// types are held against these by src/doors/messages.test.ts.

import type { Settings } from './settings.ts';

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

export type Status = 'ready' | 'playing' | 'paused' | 'scrubbing' | 'diverged' | 'converged' | 'limit';
export type Phase = 'sample' | 'forward' | 'loss' | 'backward' | 'update';

/** The step about to be taken. A number that is not finite is null. */
export interface PendingStep {
  readonly step: number;
  readonly epoch: number;
  readonly weights: readonly (number | null)[];
  /** Numbers of the batch's examples, from 0. */
  readonly batch: readonly number[];
  readonly batchLoss: number | null;
  readonly fullLoss: number | null;
  readonly gradient: readonly (number | null)[];
  readonly update: readonly (number | null)[];
  readonly learningRate: number | null;
}

/** What the lab shows. */
export interface LabSnapshot {
  /** Every setting of the run by its name in the link, defaults included. */
  readonly settings: Readonly<Record<string, number | boolean | string | readonly number[] | readonly string[]>>;
  /** The part of an address after `#`, with it, that leads back here. */
  readonly link: string;
  readonly status: string;
  /** The step shown, and the steps taken. */
  readonly step: number;
  readonly stepCount: number;
  readonly phase: Phase | null;
  /** Steps per second; null is as fast as it goes. */
  readonly speed: number | null;
  /** Null until it is computed, and while a lesson asks about it. */
  readonly pending: PendingStep | null;
}

/** Steps taken since the last such message. */
export interface StepsTold {
  readonly step: number;
  readonly stepCount: number;
  readonly taken: number;
  readonly rows: readonly {
    readonly step: number;
    readonly weights: readonly (number | null)[];
    readonly batchLoss: number | null;
  }[];
  readonly weights: readonly (number | null)[] | null;
  readonly fullLoss: number | null;
}

/** An answer to a lesson, and how far the lesson has come. */
export interface LessonAnswer {
  readonly lesson: string;
  /** What was answered; null for who does not know. */
  readonly answer: unknown;
  /** The answer as a link has it, and the seconds from the question to it; null where nobody knows. */
  readonly guess: string | null;
  readonly seconds: number | null;
  /** What the answer has right, by name; null before it is revealed. */
  readonly features: Readonly<Record<string, boolean>> | null;
  readonly observations: readonly string[];
  readonly reasons: readonly string[];
}

export interface ExportedFile {
  readonly name: string;
  readonly type: string;
  readonly text?: string;
  readonly dataUrl?: string;
}

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
