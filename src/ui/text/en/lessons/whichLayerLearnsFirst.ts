import type { LessonText } from '../../../lesson/lessonText.ts';

export const words: LessonText = {
  title: 'Which layer learns first?',
  question:
    'Four hidden layers of 8 sigmoid units and an output, with first weights as PyTorch draws them. All examples are in the batch. Which layer’s weights move farthest in the first step?',
  options: {
    first: 'The first hidden layer, next to the data',
    middle: 'A layer in between',
    last: 'The output layer',
    alike: 'All about as far',
  },
  figures: {
    moves: 'how far weights of each layer move, from the data up (root mean square)',
    times: 'output layer as a multiple of the first',
    tanh: 'the same with tanh units and Xavier’s first weights',
  },
  features: {
    layer: { right: 'You chose the right layer.', wrong: 'It was another layer.' },
    differ: {
      right: 'You said rightly whether layers differ.',
      wrong: 'The layers differ by far more than a factor of 2.',
    },
  },
  observations: {
    last: 'The output layer moved farthest.',
    first: 'The first hidden layer moved farthest.',
    other: 'A layer in between moved farthest, or all moved about as far.',
  },
  reasons: {
    product: {
      choice: 'On its way back the gradient is multiplied by a slope of the sigmoid in each layer, at most 1/4.',
      reply: 'Yes: after four layers of such slopes and small weights next to nothing of it is left.',
    },
    data: {
      choice: 'The layer next to the data gets the information first.',
      reply: 'No: the gradient comes from the loss, and reaches the layer next to the data last.',
    },
    shared: {
      choice: 'The error is shared out evenly among the layers.',
      reply: 'No: nothing is shared out; each layer’s part is a product of its own factors.',
    },
  },
  takeaway: 'Through many sigmoid layers the gradient vanishes: the layers next to the data hardly learn.',
  change:
    'Choose tanh units and Xavier’s first weights and look at the view Layers: how do the updates of the layers compare now?',
};
