// English words of the page of a SCORM package.

export const scorm = {
  lab: 'Minibatch Lab',
  progress: (at: { done: number; of: number; right: number; answered: number }) =>
    `${at.done} of ${at.of} lessons done. Predictions right: ${at.right} of ${at.answered}.`,
  noPlatform: 'No learning platform was found, so nothing is kept here: take your answers along as a code.',
  notKept: 'The platform only shows this page: nothing of this visit is kept.',
  unreadable: 'What the platform had kept cannot be read; your answers are counted from here on.',
  dropped: (count: number) =>
    `The platform keeps 4,096 characters: the oldest answers (${count}) were left out of the code; what was right of them still counts.`,
  code: 'Code of your answers',
};
