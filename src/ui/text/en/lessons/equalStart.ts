import type { LessonText } from '../../../lesson/lessonText.ts';

export const words: LessonText = {
  title: 'Equal start',
  question:
    'The 8 hidden units begin with equal weights. Batches of 10 are drawn anew in each step. How will the weights of the 8 units stand to each other after 1,000 steps?',
  options: {
    alike: 'Changed, and still equal to the last digit',
    apart: 'Different, each unit its own way',
    stuck: 'Unchanged',
  },
  figures: {
    apart: 'largest difference between units, from equal and from random first weights',
    moved: 'how far all weights moved',
    loss: 'loss after 1,000 steps',
    right: 'share decided rightly',
  },
  features: {
    alike: { right: 'You said rightly whether they stay equal.', wrong: 'They stay equal to the last digit.' },
    moves: { right: 'You said rightly whether they move.', wrong: 'They do move.' },
  },
  observations: {
    alike: 'The weights moved, and those of the 8 units are still exactly equal.',
    apart: 'The weights moved, and the units differ.',
    stuck: 'No weight moved.',
  },
  reasons: {
    symmetry: {
      choice: 'Units with equal weights get equal gradients, from every batch.',
      reply: 'Yes: 8 such units do together what one does, and no batch can tell them apart.',
    },
    noise: {
      choice: 'The chance in the batches sets units apart.',
      reply: 'No: all units see the same batch, so its noise is the same for each of them.',
    },
    gradient: {
      choice: 'Equal weights have no gradient.',
      reply: 'No: the gradients are not 0, they are equal.',
    },
  },
  takeaway: 'First weights are drawn at random so that units can become different.',
  change: 'Let the first weights be drawn as PyTorch does and run: what becomes of the loss?',
};
