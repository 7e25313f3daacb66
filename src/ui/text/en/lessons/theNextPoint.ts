import type { LessonText } from '../../../lesson/lessonText.ts';

export const words: LessonText = {
  title: 'The next point',
  question: 'Where will these 8 examples move the weights? Put the point there.',
  figures: {
    gradient: 'gradient of the batch',
    update: 'update = −0.1 × gradient',
    next: 'weights after the step',
    share: 'share of the way to the mean of the 8',
    ownShare: 'share where you put it',
  },
  features: {
    direction: { right: 'The direction was right.', wrong: 'The step goes toward the mean of the 8 examples.' },
    length: { right: 'The length was right within a fifth.', wrong: 'The length was another one.' },
    nearIt: { right: 'You put it where it went.', wrong: 'It went elsewhere.' },
  },
  observations: {
    part: 'The weights went a part of the way to the middle of the 8 lit examples.',
    whole: 'The weights went all the way to the middle of the 8 lit examples.',
    nothing: 'The weights stayed where they were.',
  },
  reasons: {
    rate: {
      choice: 'The update is minus the learning rate times the mean gradient.',
      reply: 'Yes: the gradient is twice the way to the mean point, and 0.1 of that is a fifth of the way.',
    },
    minimum: {
      choice: 'A step goes to the minimum of the loss.',
      reply: 'No: a step knows the slope where it stands, not where the minimum lies.',
    },
    nearest: {
      choice: 'The nearest example pulls hardest.',
      reply: 'No: each example pulls by twice its distance, so the farthest pulls hardest, and the mean of all counts.',
    },
  },
  takeaway: 'A step is minus the learning rate times the mean gradient of the batch, no more.',
  change: 'Set the learning rate to 0.5 and step again: where does the point land now?',
};
