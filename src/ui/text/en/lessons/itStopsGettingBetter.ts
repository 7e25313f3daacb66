import type { LessonText } from '../../../lesson/lessonText.ts';

export const words: LessonText = {
  title: 'It stops getting better',
  question:
    'Batches of 4 are drawn with replacement, learning rate 0.1. The curve is how far the loss of all examples lies above its lowest, as a mean over some 80 steps. At step 1,000 the rate is halved. Draw on.',
  axes: ['steps', 'loss of all examples above its lowest'],
  figures: {
    before: 'mean over steps 200 to 1,000',
    after: 'mean over steps 1,100 to 2,000',
    times: 'times lower after the halving',
  },
  features: {
    lower: { right: 'You said rightly whether it goes lower.', wrong: 'It goes to a lower level after the halving.' },
    floor: { right: 'You said rightly whether it stays above 0.', wrong: 'It stays above 0, at a level of its own.' },
    level: { right: 'The level was about right.', wrong: 'The level was another one.' },
  },
  observations: {
    floor: 'It fell to a lower level and stayed there, above 0.',
    same: 'It stayed at about the level it had.',
    zero: 'It fell to less than a fifth.',
  },
  reasons: {
    cloud: {
      choice: 'The batches’ noise moves the weights about, by the rate times the noise.',
      reply: 'Yes: the weights wander in a cloud around the minimum, and half the rate makes a smaller cloud.',
    },
    wait: {
      choice: 'It is still converging and only needs more steps.',
      reply: 'No: at a constant rate the level stays, however long the run.',
    },
    near: {
      choice: 'A smaller rate takes longer and ends the same.',
      reply: 'No: it ends lower, since the noise of each batch moves the weights less.',
    },
  },
  takeaway: 'At a constant rate a run ends in a cloud, which is smaller for a smaller rate and for a larger batch.',
  change: 'Set the batch size to 16 and run: how large is the cloud around the minimum now?',
};
