import type { LessonText } from '../../../lesson/lessonText.ts';

export const words: LessonText = {
  title: 'Out of the wrong valley',
  question:
    'The start is beside the shallower of two wells. Each setting gets 20 runs of 400 steps, with other data and shuffles each. With which setting do at least half of them end in the other well?',
  options: {
    all: 'All 120 examples in each batch, rate 1',
    small: 'Batches of 4, rate 0.35',
    large: 'Batches of 4, rate 1',
    none: 'None of these three',
  },
  figures: {
    all: 'of 20 with all examples, rate 1',
    small: 'of 20 with batches of 4, rate 0.35',
    large: 'of 20 with batches of 4, rate 1',
    single: 'of 20 with batches of 1, rate 0.35',
  },
  features: {
    setting: { right: 'You chose the right setting.', wrong: 'It was another setting.' },
    noise: {
      right: 'You did not expect it of all examples, whose steps have no noise.',
      wrong: 'With all examples in each batch there is no noise, and no run left.',
    },
  },
  observations: {
    large: 'Small batches left the well at the large rate, and seldom or never at the small one.',
    always: 'Small batches left the well at both rates.',
    never: 'Small batches seldom or never left the well at either rate.',
  },
  reasons: {
    ratio: {
      choice: 'Noise moves the weights by the rate times the batch’s noise, and both must be large enough.',
      reply: 'Yes: a smaller batch makes up for a smaller rate, as batches of 1 show.',
    },
    batch: {
      choice: 'Small batches always leave a minimum.',
      reply: 'No: batches of 4 at the smaller rate stay where they are.',
    },
    push: {
      choice: 'A large rate alone carries the weights over the ridge.',
      reply: 'No: all examples at rate 1 stay in the well in each of the 20 runs.',
    },
  },
  takeaway: 'Rate and batch size together decide how far noise can carry; without noise no run left this well.',
  change: 'Set the batch size to 1 and the rate to 0.35 and run: does the run leave the well?',
};
