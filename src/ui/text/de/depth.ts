// German words of the surface in depth.

import type { depth as english } from '../en/depth.ts';

export const depth: typeof english = {
  figure: 'Fläche in der Tiefe',
  meaning: 'Die Karte des Gewichtsraums in der Tiefe; die Beschreibung der Karte sagt alles, was hier zu lesen ist.',
  gazes: { above: 'Von oben', oblique: 'Schräg', side: 'Von der Seite' },
  gazesMeaning: 'Blick',
  turn: 'Die Fläche drehen',
  turnedBy: (of) => `um ${of.yaw}° gedreht, aus ${of.pitch}° Höhe gesehen`,
  turnHelp: 'Seitwärts ziehen dreht sie, auf und ab ziehen blickt von höher oder tiefer; die Pfeiltasten tun dasselbe.',
  kind: 'Logarithmische Höhe',
  heights: { logarithmic: 'Höhe: Verlust, logarithmisch wie die Farben', plain: 'Höhe: Verlust' },
  place: (of) => `${of.nameX} ${of.x}, ${of.nameY} ${of.y}: Verlust etwa ${of.loss}`,
  floor:
    'Der Boden ist die Karte selbst: Gradienten und Update liegen auf ihm, denn sie sind Richtungen der Gewichte, nicht des Hangs. Was vom Pfad gezeigt wird, ist auf beiden gezeichnet, mit Stielen dazwischen; wo der Schritt gezeigt wird, steht längs des Updates ein Vorhang.',
  plane: 'Es sind mehr Gewichte als diese Ebene zeigt: Die Höhen des Pfads sind die seines Schattens in der Ebene.',
  batch: 'Das zweite Blatt ist der Verlust dieses Batches; es trifft das erste, wo beide gleich sind.',
  waiting: 'Die Fläche wird berechnet.',
  save: 'Dieses Bild speichern (PNG)',
  saved: (name) => `Der Browser speichert es als ${name}.`,
  notSaved: 'Der Rahmen um diese Seite verhindert vielleicht Downloads.',
};
