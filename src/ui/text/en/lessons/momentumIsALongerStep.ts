import type { LessonText } from '../../../lesson/lessonText.ts';

export const words: LessonText = {
  title: 'Momentum is a longer step',
  question:
    'Three runs of 100 steps with all examples in each batch: SGD at rate 0.1, momentum 0.9 at rate 0.1, momentum 0.9 at rate 0.01. Which two end next to each other?',
  options: {
    sameRate: 'SGD at 0.1 and momentum at 0.1',
    tenth: 'SGD at 0.1 and momentum at 0.01',
    bothMomentum: 'Momentum at 0.1 and momentum at 0.01',
  },
  figures: {
    losses: 'loss at the end of SGD 0.1, momentum 0.1, momentum 0.01',
    distances: 'distance of the ends: SGD and momentum 0.1, SGD and momentum 0.01, both momentum',
  },
  features: { pair: { right: 'You chose the right two.', wrong: 'It was another two.' } },
  observations: {
    tenth: 'SGD and momentum at a tenth of its rate ended closest.',
    sameRate: 'SGD and momentum at the same rate ended closest.',
    bothMomentum: 'The two runs with momentum ended closest.',
  },
  reasons: {
    sum: {
      choice: 'With momentum 0.9 a gradient acts again in each later step, 0.9 times as much each time.',
      reply: 'Yes: 1 + 0.9 + 0.81 + … = 10, so along a steady slope a tenth of the rate goes as far.',
    },
    smooth: {
      choice: 'Momentum smooths the way and leaves the length of steps alone.',
      reply: 'No: gradients that agree add up, so its steps grow.',
    },
    rate: {
      choice: 'The rate says how far a run goes, with or without momentum.',
      reply: 'No: at the same rate the run with momentum went another way and ended elsewhere.',
    },
  },
  takeaway: 'Along a steady slope momentum b goes 1/(1 − b) times as far as its rate says.',
  change: 'Choose momentum and the rate 0.01 and run 100 steps: compare the path with that of SGD.',
};
