// A lesson from its question to its end: what is told when, and what is kept.

import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { snapshotOf } from '../embed/snapshot.ts';
import { experiments } from '../training/studies/experiments.ts';
import { createPageTrainer } from '../worker/pageTrainer.ts';
import { Lab } from './lab.ts';
import { bringLesson, changeOneThing, commit, explain, observe } from './lessonCourse.ts';
import type { LessonComputer } from './lessons/lesson.ts';
import { lesson } from './lessons/theNextPoint.ts';
import { linkForOthers, linkTo } from './linkTo.ts';
import { openLesson } from './openLesson.ts';
import { parseLink } from './url.ts';

let lab: Lab;
const state = () => lab.store.getState();

async function until(isDone: () => boolean): Promise<void> {
  while (!isDone()) await new Promise((resolve) => setTimeout(resolve, 0));
}

const rest = (): Promise<void> => until(() => lab.isCurrent && lab.wantedStep === state().cursor);

const lessonComputer: LessonComputer = {
  shown: async () => ({}),
  truth: async (_key, run) => lesson.truth(experiments, run),
};

beforeEach(() => {
  lab = new Lab({
    initial: parseLink('#problem=tug-of-war'),
    connect: async () => createPageTrainer(),
    lessonComputer: async () => lessonComputer,
  });
});
afterEach(() => lab.dispose());

const key = 'the-next-point';
const { next } = lesson.truth(experiments, parseLink(`#${lesson.settings}`)) as { readonly next: readonly number[] };
const digits = String(next[0]).slice(0, 8);

/** All that anybody can read of the lab, its log included. */
const told = (): string =>
  JSON.stringify([state(), snapshotOf(lab), linkTo(lab), [...lab.history.column('w1')]], (_, value: unknown) =>
    ArrayBuffer.isView(value) ? Array.from(value as Float64Array) : value,
  );

describe('a question', () => {
  it('hides what the step does, shows its batch, and takes no step', async () => {
    await rest();
    expect(state().detail).not.toBeNull();
    await openLesson(lab, key);
    await rest();
    expect(state()).toMatchObject({ detail: null, lesson: { key, phase: 'asked' } });
    expect(state().sampled?.batch).toHaveLength(8);
    lab.step();
    lab.play();
    lab.setSlowMotion(true);
    lab.nextEpoch();
    await rest();
    expect(state()).toMatchObject({ stepCount: 0, phase: null, status: 'ready' });
    expect(snapshotOf(lab).pending).toBeNull();
    expect(told()).not.toContain(digits);
  });

  it('is answered once, and then the step is told', async () => {
    await openLesson(lab, key);
    await commit(lab, lesson, [-2, 1.4]);
    await commit(lab, lesson, [0, 0]);
    await rest();
    expect(state()).toMatchObject({ cursor: 0, lesson: { phase: 'revealed', prediction: [-2, 1.4] } });
    expect(state().lesson?.features).toEqual({ direction: true, length: true, nearIt: true });
    const { weights = [], update = [] } = state().detail ?? {};
    expect(weights[0] + update[0]).toBe(next[0]);
    expect(told()).toContain(digits);
  });

  it('ends with what happened and the right reason', async () => {
    await openLesson(lab, key);
    await commit(lab, lesson, null);
    observe(lab, lesson, 'part');
    explain(lab, lesson, 'minimum');
    expect(state().lesson?.phase).toBe('revealed');
    explain(lab, lesson, 'rate');
    expect(state().lesson).toMatchObject({
      phase: 'done',
      reasons: ['minimum', 'rate'],
      prediction: null,
      features: {},
    });
    expect(linkTo(lab)).toBe('#v=1&lesson=the-next-point&guess=unknown');
    for (const withStep of [true, false]) expect(linkForOthers(lab, withStep)).toBe('#v=1&lesson=the-next-point');
    await changeOneThing(lab, lesson);
    expect(state()).toMatchObject({ hyperparameters: { learningRate: 0.5 }, lesson: { phase: 'done' } });
    expect(linkTo(lab)).toBe('#v=1&learningRate=0.5&problem=tug-of-war');
  });

  it('waits for whoever reveals it to others', async () => {
    lab.revealsAtOnce = false;
    await openLesson(lab, key);
    await commit(lab, lesson, [-2, 1.4]);
    await rest();
    expect(state()).toMatchObject({ detail: null, cursor: 0, lesson: { phase: 'committed', truth: null } });
    expect(told()).not.toContain(digits);
  });

  it('keeps what was put there and answered while another run is looked at', async () => {
    await openLesson(lab, key);
    lab.changeLesson({ draft: [1, 1] });
    lab.leaveLesson();
    await rest();
    expect(state().detail).not.toBeNull();
    await openLesson(lab, key);
    await rest();
    expect(state()).toMatchObject({ detail: null, lesson: { phase: 'asked', draft: [1, 1] } });
    await commit(lab, lesson, [-2, 1.4]);
    lab.load(parseLink('#problem=line-fit') as never);
    await rest();
    expect(state().lesson).toBeNull();
    await openLesson(lab, key);
    await rest();
    expect(state()).toMatchObject({ cursor: 0, config: { problem: 'tug-of-war' } });
    expect(state().lesson).toMatchObject({ phase: 'revealed', prediction: [-2, 1.4] });
  });

  it('comes back from a link with its answer, and without what means nothing', async () => {
    await openLesson(lab, key, '-2,1.4');
    await rest();
    expect(state()).toMatchObject({ cursor: 0, lesson: { phase: 'revealed', prediction: [-2, 1.4] } });
    lab.leaveLesson();
    lab.store.setState({ lessonsLeft: {} });
    await openLesson(lab, key, '-2,banana');
    await rest();
    expect(state().lesson).toMatchObject({ phase: 'asked', guess: null });
  });

  it('is left by whoever changes the run it is about', async () => {
    await openLesson(lab, key);
    lab.setHyperparameters({ learningRate: 0.2 });
    await rest();
    expect(state()).toMatchObject({ lesson: null, hyperparameters: { learningRate: 0.2 } });
    expect(state().detail).not.toBeNull();
    await openLesson(lab, key);
    lab.configure({ seed: 3 });
    await rest();
    expect(state().lesson).toBeNull();
  });

  it('that does not exist is one sentence and free play', async () => {
    await openLesson(lab, 'the-next-pint');
    await rest();
    expect(state().lesson).toBeNull();
    expect(state().detail).not.toBeNull();
    expect(state().notices.map(({ sentence }) => sentence)).toEqual([
      'The link asks for the lesson the-next-pint, which does not exist. Did you mean the-next-point?',
    ]);
  });
});

it('is not brought twice', async () => {
  await openLesson(lab, key);
  await commit(lab, lesson, [-2, 1.4]);
  await bringLesson(lab, key);
  expect(state().lesson).toMatchObject({ phase: 'revealed' });
});
