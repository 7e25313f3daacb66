// German words of what surrounds the lab: the menu, what a host page fixed, and what is said instead of shown.

import type { Catalogue } from '../catalogue.ts';

export const frame: Catalogue['frame'] = {
  locked: 'Von der Seite, in der das Lab steht, festgelegt.',
  lockedByQuestion: 'Fest, bis die Frage beantwortet ist.',
  asked: 'Eine Frage ist gestellt: Schritte folgen, sobald sie beantwortet ist.',
  failure:
    'Das Training ist in kurzer Zeit dreimal zusammengebrochen und wurde angehalten. Die bisherigen Schritte sind noch da.',
  tryAgain: 'Von vorn versuchen',
  partMissing: 'Ein Teil dieser Seite ließ sich nicht laden. Der Lauf ist, wie er war.',
  partMayBeNewer:
    'Die Seite selbst antwortet noch, vielleicht gibt es also eine neuere. Neu geladen beginnt sie den Lauf noch einmal aus ihrem Link.',
  partBroken: 'Ein Teil dieser Seite hat versagt. Der Lauf ist, wie er war.',
  partAgain: 'Noch einmal versuchen',
  reload: 'Seite neu laden',
  menu: 'Menü',
  export: 'Mitnehmen …',
  share: 'Teilen …',
  about: 'Über die Zahlen',
  keyboard: 'Tastatur',
  print: 'Drucken …',
  printRefused: 'Von hier aus lässt sich nicht drucken. Vielleicht kann es das Menü des Browsers.',
};
