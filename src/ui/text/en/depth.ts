// English words of the surface in depth.

export const depth = {
  figure: 'Surface in depth',
  /** The one sentence for those who cannot see it. */
  meaning: 'The map of weight space in depth; the description of that map says all that there is to read here.',
  gazes: { above: 'Above', oblique: 'Oblique', side: 'Side' },
  gazesMeaning: 'Look from',
  turn: 'Turn the surface',
  turnedBy: (of: { yaw: string; pitch: string }) => `turned by ${of.yaw}°, seen from ${of.pitch}° up`,
  turnHelp: 'Drag to the side to turn it, up and down to look from higher or lower, or use the arrow keys.',
  kind: 'Logarithmic height',
  heights: { logarithmic: 'height: loss, logarithmic like the colours', plain: 'height: loss' },
  place: (of: { nameX: string; x: string; nameY: string; y: string; loss: string }) =>
    `${of.nameX} ${of.x}, ${of.nameY} ${of.y}: loss about ${of.loss}`,
  floor:
    'The floor is the map itself: gradients and the update lie on it, for they are directions of the weights, not of the slope. What is shown of the path is drawn on both, with stems between; where the step is shown, a curtain stands along the update.',
  /** Of more than two weights. */
  plane: 'The weights are more than this plane: the path’s heights are those of its shadow in the plane.',
  batch: 'The second sheet is the loss of this batch; it meets the first where both are the same.',
  waiting: 'The surface is being computed.',
  save: 'Save this picture (PNG)',
  saved: (name: string) => `Your browser saves it as ${name}.`,
  notSaved: 'The frame around this page may stop downloads.',
};
