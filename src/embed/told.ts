// What the lab tells a page around it, as plain data: the one description of it, for the messages and for the types of the
// package. It stands alone, so that those who read the types get no more than them. A number that is not finite would not
// survive JSON; it is null.

export type Status = 'ready' | 'running' | 'paused' | 'diverged' | 'converged' | 'limit';
export type Phase = 'sample' | 'forward' | 'loss' | 'backward' | 'update';

/** The step about to be taken. */
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
  readonly status: Status;
  /** The step shown, and the steps taken. */
  readonly step: number;
  readonly stepCount: number;
  readonly phase: Phase | null;
  /** Of a network: the watched weights and the plane in which all are seen, as the link names them; else null. */
  readonly watch: string | null;
  readonly plane: string | null;
  /** Steps per second; null is as fast as it goes. */
  readonly speed: number | null;
  /** Null until it is computed, and while a lesson asks about it. */
  readonly pending: PendingStep | null;
}

/** Steps taken since the last such message: the weights before each, and the loss of its batch. */
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
  /** What was answered, in the form of its lesson; null for who does not know. */
  readonly answer: unknown;
  /** The answer as a link has it, and the seconds from the question to it; null where nobody knows. */
  readonly guess: string | null;
  readonly seconds: number | null;
  /** What the answer has right, by name; null before it is revealed. */
  readonly features: Readonly<Record<string, boolean>> | null;
  /** What was chosen as what happened, and as the reason, one after the other. */
  readonly observations: readonly string[];
  readonly reasons: readonly string[];
}

/** A run or a picture of it, as text or, where it is not text, as a data URL. */
export interface ExportedFile {
  readonly name: string;
  readonly type: string;
  readonly text?: string;
  readonly dataUrl?: string;
}
