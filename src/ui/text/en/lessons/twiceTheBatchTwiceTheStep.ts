import type { LessonText } from '../../../lesson/lessonText.ts';

export const words: LessonText = {
  title: 'Twice the batch, twice the step?',
  question:
    'At this start a batch of 8 gives a step of some length, on average over many draws. How long is the step of all 100 examples, at the same learning rate?',
  options: { same: 'About as long', root: 'About 3.5 times as long', proportional: 'About 12 times as long' },
  figures: {
    lengths: 'mean length of a step with 1, 8, 32, and 100 examples',
    ratio: 'with 100 as a multiple of that with 8',
  },
  features: { length: { right: 'You chose the right length.', wrong: 'The length was another one.' } },
  observations: {
    alike: 'The steps of 8 and of 100 examples are about as long.',
    longer: 'The step of 100 examples is longer by more than a tenth.',
    shorter: 'The step of 100 examples is shorter by more than a tenth.',
  },
  reasons: {
    mean: {
      choice: 'The gradient of a batch is the mean of its examples’ gradients.',
      reply:
        'Yes: more examples make the mean surer; averaged over many batches it is the same vector for every batch size.',
    },
    sum: {
      choice: 'The gradients of the examples in a batch are added up.',
      reply: 'No: here, as in most programs, their sum is divided by their number.',
    },
    sure: {
      choice: 'The less noise there is in a gradient, the longer it is.',
      reply: 'No: less noise changes how much single steps differ, not how long they are where all agree.',
    },
  },
  takeaway: 'A batch is averaged: its size changes how much steps scatter, not what they are on average.',
  change:
    'Set the batch size to 1 and step a few times: steps now differ in length and direction from one to the next.',
};
