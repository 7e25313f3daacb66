// German words about one update taken apart.

import type { Catalogue } from '../catalogue.ts';

export const step: Catalogue['step'] = {
  slowMotion: 'Zeitlupe',
  slowMotionHelp: '„Schritt“ geht von Phase zu Phase: Ziehen, Vorwärts, Verlust, Rückwärts, Update',
  phases: { sample: 'Ziehen', forward: 'Vorwärts', loss: 'Verlust', backward: 'Rückwärts', update: 'Update' },
  phaseList: 'Phasen des Schritts',

  batchSurface: 'Verlust des Mini-Batches allein',
};
