import type { LessonText } from '../../../lesson/lessonText.ts';

export const words: LessonText = {
  title: 'Too small a rate',
  question:
    'All 100 examples are in each batch, and the learning rate is 0.0003. The first 20 steps of the loss are given. Draw the rest, up to step 200.',
  axes: ['steps', 'loss of all examples'],
  figures: {
    loss: 'loss at the start and after 200 steps',
    share: 'share of the way to the minimum that 200 steps covered',
    stepsAtTenth: 'steps to as low a loss at a rate of 0.1',
  },
  features: {
    high: {
      right: 'You said rightly whether more than half is left.',
      wrong: 'More than half of the loss is left at the end.',
    },
    falls: { right: 'Your curve fell.', wrong: 'The curve goes on falling.' },
    straight: { right: 'Your curve had no sharp bend.', wrong: 'The curve has no sharp bend.' },
  },
  observations: {
    slow: 'The loss fell slowly all the way, and more than half of it is left.',
    elbow: 'The loss fell below half, fast at first and then slowly.',
    flat: 'The loss hardly fell at all.',
  },
  reasons: {
    rate: {
      choice: 'Each step is the rate times the gradient, and 200 such steps go a small part of the way.',
      reply: 'Yes: the gradient is long here, but multiplied by 0.0003 it moves the weights by very little.',
    },
    gradient: {
      choice: 'The gradient is small.',
      reply: 'No: at the start it is as long as with any rate, since it does not depend on the rate.',
    },
    converged: {
      choice: 'It is converging, so there is not much left to gain.',
      reply: 'No: the loss falls with each step, and most of the way to the minimum is still ahead.',
    },
  },
  takeaway: 'A slowly falling loss does not say that the minimum is near: the rate may be too small to get there.',
  change: 'Set the rate to 0.1 and step: how many steps does it take to pass where these 200 ended?',
};
