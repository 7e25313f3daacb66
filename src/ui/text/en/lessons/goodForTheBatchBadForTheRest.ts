import type { LessonText } from '../../../lesson/lessonText.ts';

export const words: LessonText = {
  title: 'Good for the batch, bad for the rest',
  question:
    'Batches of 8, learning rate 0.1, 200 steps. How many of these steps will raise the mean loss of all 100 examples?',
  quantity: 'of 200 steps',
  figures: {
    all: 'steps that raised the loss of all examples',
    own: 'steps that raised the loss of their own batch',
    bySize: 'the first of these with batches of 1, 8, and 100',
  },
  features: {
    some: {
      right: 'You said rightly whether there are such steps.',
      wrong: 'Whether there are such steps was not right.',
    },
    near: { right: 'Your number was right within 20 steps.', wrong: 'Your number was off by more than 20 steps.' },
  },
  observations: {
    rest: 'Each step lowered the loss of its own batch, and some raised the loss of all examples.',
    both: 'Some steps raised the loss of their own batch.',
    neither: 'No step raised either loss.',
  },
  reasons: {
    batch: {
      choice: 'A step goes down the loss of its batch, which is another loss than that of all examples.',
      reply: 'Yes: and near the minimum of all examples, batches often point away from it.',
    },
    rate: {
      choice: 'The learning rate is too large.',
      reply: 'No: with all examples in each batch, the same rate raises the loss in none of the 200 steps.',
    },
    last: {
      choice: 'Gradient descent lowers the loss with each step, so the count must be wrong.',
      reply: 'No: a small enough step lowers the loss whose gradient it follows, and that is the batch’s.',
    },
  },
  takeaway: 'A step lowers the loss of its batch; the loss of all examples falls over many steps, not in each.',
  change: 'Set the batch size to 100 and run: the loss of all examples now falls until rounding alone is left.',
};
