import type { LessonText } from '../../../lesson/lessonText.ts';

export const words: LessonText = {
  title: 'One feature far from zero',
  question:
    'The same line is fitted twice, each time at nine tenths of the largest rate that converges: with its feature around 0 (the curve that is drawn) and around 5. Draw the second curve from step 20 on.',
  axes: ['steps', 'loss of all examples'],
  curves: { centred: 'feature around 0' },
  figures: {
    conditions: 'condition number with the feature around 5 and around 0',
    rates: 'their learning rates',
    ends: 'their losses after 100 steps',
    standardised: 'around 5 and then standardised, after 100 steps',
  },
  features: {
    above: { right: 'You said rightly which ends higher.', wrong: 'The curve with the feature around 5 ends higher.' },
    falls: { right: 'Your curve went on falling.', wrong: 'The curve goes on falling.' },
    level: { right: 'The end was right within a quarter.', wrong: 'The end was at another height.' },
  },
  observations: {
    crawls: 'The curve with the feature around 5 ends higher and is still falling, slowly.',
    stuck: 'The curve with the feature around 5 ends higher and has stopped falling.',
    arrives: 'Both curves end about as high.',
  },
  reasons: {
    ravine: {
      choice: 'The bowl has become a ravine: its steep sides limit the rate, and its floor hardly slopes.',
      reply: 'Yes: the condition number says how many times steeper it curves across than along.',
    },
    noise: {
      choice: 'With such a feature the data have more noise.',
      reply: 'No: the examples are the same ones, moved as a whole along their feature.',
    },
    minimum: {
      choice: 'With such a feature the lowest loss is higher.',
      reply: 'No: the lowest loss is the same, since the height of the line makes up for the shift.',
    },
  },
  takeaway: 'Centre and scale features first: that turns a ravine into a bowl.',
  change: 'Standardise the feature and set the rate to 0.9: how many steps does the run need now?',
};
