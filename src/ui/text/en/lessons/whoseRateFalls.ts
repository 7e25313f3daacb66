import type { LessonText } from '../../../lesson/lessonText.ts';

export const words: LessonText = {
  title: 'Whose rate falls?',
  question:
    'Adagrad (rate 0.5) and RMSprop (rate 0.05) both multiply a gradient by their rate over the root of what they keep of the squared gradients. Batches of 8, 2,000 steps. Whose factor for w1 is lower in the last 100 steps than around step 100?',
  options: { both: 'Both', adagrad: 'Adagrad only', rmsprop: 'RMSprop only', neither: 'Neither' },
  figures: {
    adagrad: 'factor of Adagrad, around step 100 and in the last 100 steps',
    rmsprop: 'factor of RMSprop, around step 100 and in the last 100 steps',
  },
  features: {
    adagrad: { right: 'You were right about Adagrad.', wrong: 'Adagrad’s factor falls.' },
    rmsprop: { right: 'You were right about RMSprop.', wrong: 'RMSprop’s factor does not fall.' },
  },
  observations: {
    adagrad: 'Adagrad’s factor fell and RMSprop’s rose.',
    both: 'Both factors fell.',
    other: 'Adagrad’s factor did not fall.',
  },
  reasons: {
    memory: {
      choice: 'Adagrad adds up all squares since the start; RMSprop takes a mean that forgets.',
      reply: 'Yes: a sum of squares only grows, whereas the mean shrinks again when gradients do.',
    },
    schedule: {
      choice: 'Adaptive methods lower their rate as training goes on.',
      reply: 'No: RMSprop’s factor follows the size of recent gradients, down or up.',
    },
    gradients: {
      choice: 'Neither changes its factor; updates shrink because gradients do.',
      reply: 'No: the factor is the update divided by the gradient, and it changed in both.',
    },
  },
  takeaway: 'Adagrad’s steps get ever smaller for the same gradient; RMSprop’s recover when gradients shrink.',
  change: 'Choose RMSprop with the rate 0.05 and run on: compare how far the steps near the minimum reach.',
};
