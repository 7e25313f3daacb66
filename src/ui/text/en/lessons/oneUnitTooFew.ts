import type { LessonText } from '../../../lesson/lessonText.ts';

export const words: LessonText = {
  title: 'One unit too few',
  question:
    'XOR with 200 points in four quadrants and 2 hidden tanh units. 20 runs of 40 epochs have other first weights and other points each. How many of them decide at least 97 % of their points rightly?',
  quantity: 'of 20 runs',
  figures: { two: 'of 20 with 2 hidden units', three: 'of 20 with 3', eight: 'of 20 with 8' },
  features: {
    few: { right: 'You said rightly whether it is 5 or fewer.', wrong: 'Whether it is 5 or fewer was not right.' },
    near: { right: 'Your number was right within 2.', wrong: 'Your number was off by more than 2.' },
  },
  observations: {
    wider: 'With 2 hidden units few runs or none succeeded, with 8 most or all.',
    both: 'With 2 hidden units more than 5 of 20 runs succeeded.',
    neither: 'Neither with 2 nor with 8 hidden units did most runs succeed.',
  },
  reasons: {
    room: {
      choice: 'With more units than are needed, more first weights lead to a good end.',
      reply: 'Yes: with 3 units some runs succeed, so 3 can do it, but with 8 it hardly matters where a run begins.',
    },
    steps: {
      choice: 'The runs only needed more steps.',
      reply: 'No: in as many steps, the runs with 8 units got there.',
    },
    textbook: {
      choice: 'Two hidden units are enough for XOR, so the runs failed by chance.',
      reply:
        'No: two are enough for four single points, but not one of these 20 runs was right on 97 % of whole quadrants.',
    },
  },
  takeaway: 'Enough units for a solution are not yet enough to find it: more than are needed make training easier.',
  change: 'Choose one hidden layer of 8 units and run for 40 epochs: how many are decided rightly now?',
};
