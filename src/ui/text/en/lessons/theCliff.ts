import type { LessonText } from '../../../lesson/lessonText.ts';

export const words: LessonText = {
  title: 'The cliff',
  question:
    'All 100 examples are in each batch, and the loss is a bowl whose steepest curvature λ is given below. Set the largest learning rate with which plain gradient descent still converges.',
  quantity: 'learning rate',
  isNamed: true,
  figures: {
    curvature: 'λ, the largest eigenvalue of the Hessian',
    limit: '2/λ, the limit',
    below: 'loss after 300 steps at 0.98 of the limit',
    above: 'loss after 300 steps at 1.02 of it',
    ofOne: 'at 0.98 of it with batches of 1, where it was stopped',
  },
  features: {
    converges: { right: 'With your rate the run converges.', wrong: 'With your rate the run diverges.' },
    near: {
      right: 'You were below the limit and within 15 % of it.',
      wrong: 'You were not within 15 % below the limit.',
    },
  },
  observations: {
    sharp: 'A fiftieth below the limit the loss falls; a fiftieth above it the loss grows beyond any bound.',
    never: 'The loss grows on both sides of the limit.',
    always: 'The loss falls on both sides of the limit.',
  },
  reasons: {
    overshoot: {
      choice: 'Along the steepest direction each step multiplies the distance to the minimum by 1 − rate × λ.',
      reply: 'Yes: with a rate above 2/λ this factor is below −1, and each step overshoots farther than the last.',
    },
    faster: {
      choice: 'A larger rate makes the run faster, and if need be restless.',
      reply:
        'No: above the limit there is no rest around the minimum, since along the steepest direction each step leads farther away.',
    },
    gradual: {
      choice: 'The larger the rate, the worse the end, bit by bit.',
      reply: 'No: with all examples, every rate below the limit ends at the same minimum.',
    },
  },
  takeaway: 'With all examples the limit is sharp, 2/λ; with small batches a run can diverge at smaller rates.',
  change: 'Set the batch size to 1 and the rate to 0.374, just below the limit, and run: does it converge?',
};
