import type { LessonText } from '../../../lesson/lessonText.ts';

export const words: LessonText = {
  title: 'One wild scale',
  question:
    'One of the two inputs is 20 times as large as the other. SGD may take the best of five rates from 0.003 to 0.3, Adam has the rate 0.03. Who gets the loss below 0.1 within 600 steps?',
  options: { sgd: 'SGD only', adam: 'Adam only', both: 'Both', neither: 'Neither' },
  figures: {
    sgd: 'steps of SGD, 0: not within 600',
    adam: 'steps of Adam, 0: not within 600',
    scaled: 'steps of SGD at the rate 0.1 with both inputs on one scale',
  },
  features: {
    sgd: { right: 'You were right about SGD.', wrong: 'SGD does not get there within 600 steps.' },
    adam: { right: 'You were right about Adam.', wrong: 'Adam gets there within 600 steps.' },
  },
  observations: {
    adam: 'Adam got there, and SGD did not.',
    both: 'Both got there.',
    other: 'Adam did not get there.',
  },
  reasons: {
    each: {
      choice:
        'Gradients of the weights at the large input are about 20 times as long, and SGD has one rate for all weights.',
      reply: 'Yes: Adam divides each weight’s gradient by its own recent size, so the scale drops out.',
    },
    rate: {
      choice: 'SGD only had the wrong rates.',
      reply: 'No: none of five rates, each about three times the one before, got there.',
    },
    data: {
      choice: 'Adam brings the inputs to one scale.',
      reply: 'No: Adam sees gradients only; the inputs stay as they are.',
    },
  },
  takeaway: 'Bring inputs to one scale; where that was not done, a rate for each weight helps.',
  change: 'Choose x1 and x2 as inputs, SGD, and the rate 0.1, and run: how many steps does SGD need now?',
};
