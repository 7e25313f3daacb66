import type { LessonText } from '../../../lesson/lessonText.ts';

export const words: LessonText = {
  title: 'Kill the ReLUs',
  question:
    'Two hidden layers of 8 ReLU units, learning rate 0.5. A unit is dead where its slope is 0 on all data. How many of the 16 will be dead after 1,200 steps?',
  quantity: 'of 16 hidden units',
  figures: {
    dead: 'dead units at the rate 0.5 and at 0.1',
    loss: 'loss after 1,200 steps at the rate 0.5 and at 0.1',
  },
  features: {
    half: {
      right: 'You said rightly whether half or more are dead.',
      wrong: 'Whether half or more are dead was not right.',
    },
    near: { right: 'Your number was right within 2.', wrong: 'Your number was off by more than 2.' },
  },
  observations: {
    half: 'Half of the hidden units or more are dead.',
    few: 'Some hidden units are dead, less than half.',
    none: 'No hidden unit is dead.',
  },
  reasons: {
    slope: {
      choice: 'A large step can make a unit’s sum negative on all data; then its weights have no gradient.',
      reply: 'Yes: without a gradient its weights stay, and what comes in would have to change to wake it.',
    },
    recover: {
      choice: 'Dead units are only asleep: other batches bring them back.',
      reply: 'No: on no example has such a unit a slope, so no batch gives its weights a gradient.',
    },
    diverged: {
      choice: 'At a rate that is too large, the loss grows without bound.',
      reply: 'No: here it stays finite, and the units that could lower it are dead.',
    },
  },
  takeaway: 'A rate that is too large can do lasting harm without divergence: it can kill ReLU units.',
  change: 'Choose Leaky ReLU, whose slope is nowhere 0, and run at the same rate: how many units are dead now?',
};
