import type { LessonText } from '../../../lesson/lessonText.ts';

export const words: LessonText = {
  title: 'Same examples or same steps?',
  question:
    'Both runs have the same start and learning rate 0.1. One curve is that of batches of 8, against passes through the examples. Draw the other: all 100 examples in each batch.',
  axes: ['passes through the examples', 'loss of all examples'],
  curves: { eight: 'batches of 8' },
  figures: {
    afterPasses: 'loss after 2 passes, with batches of 100 and of 8',
    afterTen: 'after 10 passes',
    afterSteps: 'after 20 steps',
  },
  features: {
    above: { right: 'You said rightly which curve ends higher.', wrong: 'The curve of all examples ends higher.' },
    falls: { right: 'Your curve fell.', wrong: 'The curve of all examples goes on falling.' },
    level: { right: 'The end was right within 0.2.', wrong: 'The end was at another height.' },
  },
  observations: {
    clock:
      'At the same number of passes the run with all examples is higher; at the same number of steps both are about as high.',
    slower: 'The run with all examples is higher by either count.',
    alike: 'Both curves end about as high.',
  },
  reasons: {
    updates: {
      choice: 'A pass is 1 update with batches of 100, and 13 with batches of 8.',
      reply:
        'Yes: step for step the two do about as well here, but a step of 8 examples costs 8 gradients and not 100.',
    },
    thorough: {
      choice: 'A batch of all examples learns more from each pass.',
      reply: 'No: its one gradient is exact, but it is followed for one step only.',
    },
    steps: {
      choice: 'Steps of a larger batch are worse steps.',
      reply: 'No: after as many steps both losses are about the same.',
    },
  },
  takeaway: 'Compare per example, per step, or per second, and say which.',
  change:
    'Set the batch size to 8 and run: after how many steps and epochs is the loss of all examples first below 0.5?',
};
