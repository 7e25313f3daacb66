import type { LessonText } from '../../../lesson/lessonText.ts';

export const words: LessonText = {
  title: 'Counting',
  question:
    'There are 100 examples, and each epoch goes through all of them once, without replacement. How many updates does an epoch take, and how many examples are in its last batch?',
  rows: {
    examples: 'Examples',
    batch: 'Batch size',
    updates: 'Updates per epoch',
    last: 'Examples in the last batch',
  },
  columns: ['batch size 30', 'batch size 8'],
  slips: {
    down: 'This leaves some examples without a batch; here they make a shorter one.',
    fraction: 'The number of updates is whole: what is left over makes an update as well.',
    step: 'This would be one update per epoch, which is so only with all examples in one batch.',
    each: 'This would be one update per example, which is so only with batches of 1.',
    full: 'There are not so many examples left for the last batch.',
    none: 'The last batch has what the full ones leave over.',
  },
  figures: {
    updates: 'updates per epoch',
    last: 'examples in the last batch',
    total: 'examples in all batches',
    examples: 'examples',
  },
  features: {
    updates: { right: 'Both numbers of updates were right.', wrong: 'Not both numbers of updates were right.' },
    last: { right: 'Both last batches were right.', wrong: 'Not both last batches were right.' },
  },
  observations: {
    all: 'Every example was in exactly one batch, and the last batch was a shorter one.',
    dropped: 'Some examples were in no batch.',
    full: 'All batches had the same size.',
  },
  reasons: {
    rest: {
      choice: 'What the full batches leave over makes a last, shorter batch.',
      reply: 'Yes: so the number of updates is examples divided by batch size, rounded up.',
    },
    dropped: {
      choice: 'What fills no batch is left out.',
      reply: 'No: that is a choice, “Leave out the shorter last batch”, and it is off.',
    },
    step: {
      choice: 'An epoch is one update.',
      reply: 'No: that is so only where all examples are in one batch.',
    },
  },
  takeaway: 'Updates per epoch = number of examples / batch size, rounded up.',
  change:
    'Leave out the shorter last batch: how many updates does an epoch take now? Which examples are left out is drawn anew with each epoch’s shuffle.',
};
