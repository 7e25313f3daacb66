import type { LessonText } from '../../../lesson/lessonText.ts';

export const words: LessonText = {
  title: 'By hand, backward',
  question:
    'One example goes through one hidden unit and one output: z = w x + b, a = tanh z, p = v a + c, loss = (p − y)². Fill in the factors of the chain rule, then the derivative of the loss by each weight.',
  rows: {
    x: 'x, the input',
    y: 'y, the target',
    w: 'w',
    b: 'b',
    z: 'z = w x + b',
    a: 'a = tanh z',
    v: 'v',
    c: 'c',
    p: 'p = v a + c',
    lossByP: 'd loss / d p',
    pByA: 'd p / d a',
    aByZ: 'd a / d z',
    zByW: 'd z / d w',
    byV: 'd loss / d v',
    byC: 'd loss / d c',
    byW: 'd loss / d w',
    byB: 'd loss / d b',
  },
  columns: ['value'],
  slips: {
    half: 'The derivative of a square has a factor 2.',
    sign: 'The sign is the other one: prediction minus target.',
    squared: 'This is the loss itself, not its derivative.',
    value: 'This is the value of the hidden unit; asked is how fast the next number grows with this one.',
    noSquare: 'The derivative of tanh is 1 minus the square of a.',
    weight: 'This is the weight; what multiplies the weight is asked.',
    noInput: 'The value at the input of this weight is missing.',
    further: 'This goes one factor too far: v stands right before the output.',
    input: 'A bias has no input to multiply with.',
    noSlope: 'The derivative of tanh is missing.',
    noWeight: 'The weight v, on the way from the output to the unit, is missing.',
  },
  figures: {
    factors: 'the four factors, from the output down',
    product: 'their product',
    gradient: 'the lab’s gradient of w, b, v, c',
  },
  features: {
    factors: { right: 'All four factors were right.', wrong: 'Not all four factors were right.' },
    output: { right: 'The gradients of v and c were right.', wrong: 'The gradients of v and c were not both right.' },
    hidden: { right: 'The gradients of w and b were right.', wrong: 'The gradients of w and b were not both right.' },
  },
  observations: {
    product: 'The gradient of w is the product of the four factors.',
    sum: 'The gradient of w is the sum of the four factors.',
    last: 'The gradient of w is the last factor alone.',
  },
  reasons: {
    chain: {
      choice: 'A small change of w changes z, that changes a, that p, and that the loss: each by its factor.',
      reply:
        'Yes: changes of changes multiply, and the factors of the upper layer are used again for each layer below.',
    },
    sum: {
      choice: 'Each layer adds its own part to the gradient.',
      reply: 'No: parts are added where several ways lead to the loss; along one way they are multiplied.',
    },
    own: {
      choice: 'The gradient of a hidden weight depends on its own layer only.',
      reply: 'No: it has the factors of every layer between it and the loss.',
    },
  },
  takeaway: 'The gradient of a weight is the product of all factors on the way from the loss back to it.',
  change: 'Add a second hidden layer of one unit: how many factors does the gradient of the first weight have now?',
};
