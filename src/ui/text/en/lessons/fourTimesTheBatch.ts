import type { LessonText } from '../../../lesson/lessonText.ts';

export const words: LessonText = {
  title: 'Four times the batch',
  question:
    'Each dot is where one batch of 4, drawn anew, would move the weights; the ellipse is one standard deviation of such dots. Draw the ellipse for batches of 16.',
  figures: {
    known: 'half axes with batches of 4',
    asked: 'half axes with batches of 16',
    times: 'times narrower',
    law: 'times narrower by the law √(16/4 × (N − 4)/(N − 16)), N = 100',
    own: 'times narrower as you drew it',
  },
  features: {
    narrower: { right: 'You said rightly whether it is narrower.', wrong: 'Whether it is narrower was not right.' },
    half: { right: 'The width was right within a quarter.', wrong: 'The width was another one.' },
    direction: { right: 'The direction was right within 20°.', wrong: 'The direction was another one.' },
  },
  observations: {
    half: 'With four times the batch the ellipse is roughly half as wide.',
    quarter: 'With four times the batch the ellipse is a third as wide or less.',
    same: 'With four times the batch the ellipse is about as wide.',
  },
  reasons: {
    root: {
      choice: 'The variance of a mean falls as its number grows, and the scatter is the root of the variance.',
      reply: 'Yes: a quarter of the variance is half the scatter, and a little less since no example is drawn twice.',
    },
    quarter: {
      choice: 'Four times as many examples leave a quarter of the scatter.',
      reply: 'No: a quarter is left of the variance, which is the square of the scatter.',
    },
    same: {
      choice: 'The scatter is in the data, which stay the same.',
      reply: 'No: single examples scatter as before, but their means scatter less the more examples they have.',
    },
  },
  takeaway: 'Half the scatter costs about four times the batch.',
  change:
    'Set the batch size to 100 and open the view Noise: all examples are in each batch, and all gradients fall on one point.',
};
