import type { LessonText } from '../../../lesson/lessonText.ts';

export const words: LessonText = {
  title: 'By hand',
  question:
    'Three weights, the gradient of the loss by each, and a learning rate. Write the three weights after one step of plain gradient descent.',
  rows: { weights: 'Weights', gradients: 'Gradient', rate: 'Learning rate', next: 'Next weights' },
  columns: ['first', 'second', 'third'],
  slips: {
    sign: 'This goes up the slope: the update is minus the rate times the gradient.',
    rate: 'The learning rate is missing: the gradient is multiplied by it first.',
    updateOnly: 'This is the update alone: it is added to the weight.',
    otherGradient0: 'This is the gradient of another weight.',
    otherGradient1: 'This is the gradient of another weight.',
  },
  figures: { weights: 'weights', gradients: 'gradient', update: '−rate × gradient', next: 'next weights' },
  features: {
    direction: {
      right: 'Each weight went against its gradient.',
      wrong: 'Each weight goes against its own gradient: down where that is positive, up where it is negative.',
    },
    numbers: { right: 'All three numbers were right.', wrong: 'Not all three numbers were right.' },
  },
  observations: {
    against: 'No weight moved in the direction of its gradient.',
    along: 'Each weight moved in the direction of its gradient.',
    mixed: 'Some weights moved against their gradient, others along it.',
  },
  reasons: {
    own: {
      choice: 'Each weight takes minus the rate times its own gradient.',
      reply: 'Yes: a positive gradient says that the loss grows with the weight, so the weight goes down.',
    },
    joint: {
      choice: 'All weights move by the same amount, the rate.',
      reply: 'No: the rate is the same for all, and each multiplies it by a gradient of its own.',
    },
    along: {
      choice: 'Weights with a positive gradient grow.',
      reply: 'No: the gradient points to where the loss grows, and the step goes the other way.',
    },
  },
  takeaway: 'Next weight = weight − learning rate × its gradient, for each weight by itself.',
  change: 'Type numbers of your own, a gradient of 0 among them: which weight stays where it is?',
};
