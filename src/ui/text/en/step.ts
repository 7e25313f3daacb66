// English words about one update taken apart.

export const step = {
  slowMotion: 'Slow motion',
  slowMotionHelp: 'Step goes from phase to phase: sample, forward, loss, backward, update',
  phases: { sample: 'Sample', forward: 'Forward', loss: 'Loss', backward: 'Backward', update: 'Update' },
  phaseList: 'Phases of the step',

  batchSurface: 'Loss of the mini-batch alone',
};
