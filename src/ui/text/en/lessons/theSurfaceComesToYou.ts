import type { LessonText } from '../../../lesson/lessonText.ts';

export const words: LessonText = {
  title: 'The surface comes to you',
  question:
    'The map shows the loss over the first two weights of a network of 33, as far as 4 around them, while the other 31 stay as they are. Then all 33 are trained for 1,200 steps. How low can the loss get?',
  options: {
    floor: 'Not below the lowest place on this map',
    outside: 'Below it, once the two weights have left the map',
    below: 'Far below it, though the two weights stay on the map',
  },
  figures: {
    lowest: 'lowest place on the map, before and after',
    loss: 'loss, before and after',
    moved: 'how far the two weights moved, and all of them',
  },
  features: {
    below: {
      right: 'You said rightly whether it gets below.',
      wrong: 'The loss gets below the lowest place on the map.',
    },
    inside: { right: 'You were right about the edge of the map.', wrong: 'The two weights did not leave the map.' },
  },
  observations: {
    below: 'The loss fell below the lowest place of the first map, and the two weights are still on it.',
    outside: 'The loss fell below the lowest place of the first map, and the two weights have left it.',
    floor: 'The loss did not fall below the lowest place of the first map.',
  },
  reasons: {
    others: {
      choice: 'The map holds for the other weights as they are; when they move, it becomes another map.',
      reply: 'Yes: it is a cut through a surface of 33 dimensions, and training moves the cut.',
    },
    fixed: {
      choice: 'The data fix the surface, and only the point on it moves.',
      reply: 'No: the data fix the surface over all 33 weights; a map of two of them is one cut through it.',
    },
    batch: {
      choice: 'The map changes because each step has another batch.',
      reply: 'No: the map is the loss of all examples, at every step.',
    },
  },
  takeaway: 'A loss surface over two weights of a network is a cut, and training the other weights changes it.',
  change: 'Set the batch size to 200 and run: the surface still moves, though every batch is now the same.',
};
