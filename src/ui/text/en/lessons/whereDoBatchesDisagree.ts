import type { LessonText } from '../../../lesson/lessonText.ts';

export const words: LessonText = {
  title: 'Where do batches disagree?',
  question:
    'At (−1.8, 1.2), far from the minimum, this many of 100 batches of 8 point away from the gradient of all examples, by more than a right angle. How many do so here, near the minimum?',
  quantity: 'of 100 batches',
  figures: {
    far: 'far away, of 100',
    near: 'near the minimum, of 100',
    bySize: 'near it with batches of 1, 8, and 32',
  },
  features: {
    many: {
      right: 'You said rightly whether 10 or more point away.',
      wrong: 'Whether 10 or more point away was not right.',
    },
    close: { right: 'Your number was right within 12.', wrong: 'Your number was off by more than 12.' },
  },
  observations: {
    many: 'Near the minimum many more batches point away than far from it.',
    few: 'Near the minimum about as many batches point away as far from it.',
    fewer: 'Near the minimum fewer batches point away than far from it.',
  },
  reasons: {
    small: {
      choice: 'Near the minimum the gradient of all examples is short, and a batch’s deviation from it is not.',
      reply: 'Yes: the minimum is where the gradients of all examples cancel, although each of them is not 0.',
    },
    faulty: {
      choice: 'Those batches have outliers or wrong examples in them.',
      reply: 'No: the same examples, in batches of the same size, agree far from the minimum.',
    },
    rate: {
      choice: 'The learning rate is too large here.',
      reply: 'No: a gradient does not depend on the learning rate.',
    },
  },
  takeaway:
    'Far from the minimum most batches agree on the direction; near it, noise is most of what is left of their gradients.',
  change:
    'Go to the start at (−1.8, 1.2) and open the view Noise: hardly any gradient points away from that of all examples now.',
};
