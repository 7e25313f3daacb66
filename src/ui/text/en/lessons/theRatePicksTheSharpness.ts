import type { LessonText } from '../../../lesson/lessonText.ts';

export const words: LessonText = {
  title: 'The rate picks the sharpness',
  question:
    'All 200 examples are in each batch, learning rate 0.2. λ, the largest eigenvalue of the Hessian, begins as given below. To which value will it come and stay near, on average over steps 1,300 to 2,500?',
  quantity: 'λ',
  isNamed: true,
  figures: {
    first: 'λ at the start',
    sharpness: 'λ, mean over steps 1,300 to 2,500',
    limit: '2 / learning rate',
    loss: 'loss at the start and after 2,500 steps',
  },
  features: {
    rises: { right: 'You said rightly whether it rises.', wrong: 'λ rises.' },
    near: { right: 'Your value was right within 15 %.', wrong: 'Your value was off by more than 15 %.' },
  },
  observations: {
    edge: 'λ went to about 2 / learning rate and stayed near it, while the loss fell.',
    flat: 'λ fell below its first value.',
    other: 'λ rose and stayed elsewhere.',
  },
  reasons: {
    edge: {
      choice: 'Training sharpens this loss until steps become unstable, and instability keeps it from growing sharper.',
      reply: 'Yes: above 2 / rate the steps swing ever wider, until they come to a flatter place.',
    },
    data: {
      choice: 'How sharp the end is depends on the data and the network only.',
      reply: 'No: with another rate the same network and data end at another λ.',
    },
    flat: {
      choice: 'Training always moves to flatter places.',
      reply: 'No: here λ rises from its first value, while the loss falls.',
    },
  },
  takeaway:
    'With all examples and squared error this network settles where λ is about 2 / rate: at the edge of stability.',
  change: 'Set the rate to 0.25 and run 2,500 steps: where does λ stay now?',
};
