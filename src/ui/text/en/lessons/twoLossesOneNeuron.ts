import type { LessonText } from '../../../lesson/lessonText.ts';

export const words: LessonText = {
  title: 'Two losses, one neuron',
  question:
    'A sigmoid neuron starts sure of answers that are mostly wrong. Learning rate 0.5, all 80 examples in each batch. With cross-entropy, half of the examples are on the right side after the steps given below. After how many is it with squared error?',
  quantity: 'steps',
  figures: {
    entropy: 'steps with cross-entropy',
    squared: 'steps with squared error',
    times: 'times as many',
    gradients: 'length of the first gradient with squared error and with cross-entropy',
  },
  features: {
    more: { right: 'You said rightly which takes more steps.', wrong: 'Squared error takes more steps.' },
    many: {
      right: 'You said rightly whether it takes at least five times as many.',
      wrong: 'Squared error takes at least five times as many.',
    },
    near: {
      right: 'Your number was right within a factor of 2.',
      wrong: 'Your number was off by more than a factor of 2.',
    },
  },
  observations: {
    slower: 'Squared error took more than twice as many steps.',
    alike: 'Both losses took about as many steps.',
    faster: 'Cross-entropy took more than twice as many steps.',
  },
  reasons: {
    plateau: {
      choice: 'The gradient of squared error has the slope of the sigmoid as a factor, and that is near 0 here.',
      reply: 'Yes: with cross-entropy this factor cancels, and what is left is prediction minus target.',
    },
    larger: {
      choice: 'The larger the error, the larger the gradient, with either loss.',
      reply: 'No: with squared error it is small where the neuron is sure, also where it is surely wrong.',
    },
    data: {
      choice: 'The two losses rank the examples differently.',
      reply: 'No: which side is right is the same for both; what differs is the length of the gradient.',
    },
  },
  takeaway: 'With squared error a surely wrong sigmoid hardly learns; cross-entropy pulls it back.',
  change: 'Choose cross-entropy and run from the same start: how long is its first step?',
};
