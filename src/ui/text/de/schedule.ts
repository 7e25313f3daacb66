// German words about the curve of the learning-rate schedule.

import type { schedule as english } from '../en/schedule.ts';

export const schedule: typeof english = {
  curveName: 'Lernrate im Lauf',
  curveAfter: {
    step: (count) => `nach ${count} ${count === '1' ? 'Schritt' : 'Schritten'}`,
    epoch: (count) => `nach ${count} ${count === '1' ? 'Epoche' : 'Epochen'}`,
  },
  curveNow: ({ rate, after }) => `${rate} ${after}`,
  scheduleEnds: {
    small: (after) => `Der Lauf ist länger als sein Zyklus: ${after} bleibt die Rate bei ihrem letzten Wert.`,
    rises: (after) => `Der Lauf ist länger als der Weg hinab: ${after} steigt die Rate wieder, wie bei PyTorch.`,
    falls: (after) => `Der Lauf ist länger als der Weg hinauf: ${after} fällt die Rate wieder, wie bei PyTorch.`,
    zero: (after) => `Die Rate ist ${after} gleich 0: Die Gewichte bewegen sich nicht mehr.`,
  },
  damping:
    'Zusammengezählt wachsen diese Raten ohne Ende, einfacher Abstieg kann also noch jeden Ort erreichen; ihre Quadrate tun es nicht, also klingt das Rauschen der Batches ab: Die Rauschgrenze, deren Höhe mit der Rate geht, sinkt mit ihr auf 0. Bei konstanter Rate bleibt sie (Robbins und Monro).',
  curveUnits: { step: 'Schritt', epoch: 'Epoche' },
  curveRate: 'Lernrate',
  curveMeaning: ({ lowest, highest, length, unit }) =>
    `Die Rate je ${unit} von 0 bis ${length}: zwischen ${lowest} und ${highest}.`,
};
