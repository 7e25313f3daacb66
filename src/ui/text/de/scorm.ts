// Deutsche Worte der Seite eines SCORM-Pakets.

import type { scorm as english } from '../en/scorm.ts';

export const scorm: typeof english = {
  lab: 'Minibatch Lab',
  progress: ({ done, of, right, answered }) =>
    `${done} von ${of} Lektionen fertig. Richtige Vorhersagen: ${right} von ${answered}.`,
  noPlatform:
    'Keine Lernplattform gefunden, hier wird also nichts aufbewahrt: Die Antworten lassen sich als Code mitnehmen.',
  notKept: 'Die Plattform zeigt diese Seite nur: Von diesem Besuch wird nichts aufbewahrt.',
  unreadable: 'Was die Plattform aufbewahrt hatte, ist nicht zu lesen; die Antworten zählen von hier an.',
  dropped: (count) =>
    `Die Plattform bewahrt 4.096 Zeichen auf: Die ältesten Antworten (${count}) fehlen im Code; was an ihnen richtig war, zählt weiter.`,
  code: 'Code der Antworten',
};
