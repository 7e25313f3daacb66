// The sentences with which a value, a link, or an address is refused, in German. They are made where they are found out,
// in English; here each is known by its form and said again. `word` translates what the registries of training say.

import { ownSentences } from './ownNotices.ts';

type Say = (parts: readonly string[], word: (english: string) => string) => string;

/** What a link calls the settings that no registry names. */
const settings: Readonly<Record<string, string>> = {
  Problem: 'Aufgabe',
  Optimizer: 'Optimierer',
  'Start w1': 'Anfang von w1',
  'Start w2': 'Anfang von w2',
  Sampling: 'Reihenfolge',
  'Drop last': 'Letzten Batch weglassen',
  'Learning rate': 'Lernrate',
  'Batch size': 'Batch-Größe',
  Schedule: 'Zeitplan',
  'Schedule unit': 'Zähleinheit des Zeitplans',
  'Warm-up': 'Aufwärmen',
  'Clip norm': 'Höchste Norm des Gradienten',
  'Micro-batches to an update': 'Mikro-Batches je Update',
  'Forget zero_grad': 'zero_grad vergessen',
  'Start plane': 'Ebene des Anfangs',
  Arrangement: 'Anordnung',
  Standardise: 'Standardisieren',
  Step: 'Schritt',
  Phase: 'Phase',
  Clock: 'Uhr',
  Overhead: 'Kosten eines Schritts',
  'Parallel width': 'Beispiele zugleich',
  'Target loss': 'Ziel des Verlusts',
};

const ways: Readonly<Record<string, string>> = {
  above: 'größer als',
  'at least': 'mindestens',
  below: 'kleiner als',
  'at most': 'höchstens',
};

const sentences: readonly (readonly [form: RegExp, say: Say])[] = [
  [
    /^A plane is named as (.*), or (.*), not (.*)\.$/s,
    ([names, example, name]) => `Eine Ebene heißt ${names} oder wie ${example}, nicht ${name}.`,
  ],
  [
    /^Start plane is two different weights by their numbers .*, not (.*)\.$/s,
    ([value]) =>
      `Die „Ebene des Anfangs“ sind zwei verschiedene Gewichte nach ihren Nummern ab 0, wie 0,1, oder eine zufällige nach ihrem Startwert, wie random 7, nicht ${value}.`,
  ],
  [
    /^The weights are numbered from 0 to (.+), not (.+)\.$/s,
    ([last, index]) => `Die Gewichte haben die Nummern 0 bis ${last}, nicht ${index}.`,
  ],
  [
    /^First weights that are all 0 have no random plane to start in\.$/,
    () => 'Erste Gewichte, die alle 0 sind, haben keine zufällige Ebene, in der sie beginnen könnten.',
  ],
  [/^A plane lies along two different weights\.$/, () => 'Eine Ebene liegt entlang zweier verschiedener Gewichte.'],
  [
    /^The number of units in hidden layer (.+) is a whole number from 1 to (.+), not (.+)\.$/s,
    ([layer, most, units]) =>
      `Die verborgene Schicht ${layer} hat 1 bis ${most} Einheiten, als ganze Zahl, nicht ${units}.`,
  ],
  [
    /^An update takes the only micro-batch of an epoch, not (.+)\.$/s,
    ([count]) => `Zu einem Update gehört der einzige Mikro-Batch einer Epoche, nicht ${count}.`,
  ],
  [
    /^An update takes 1 to the (.+) micro-batches of an epoch, as a whole number, not (.+)\.$/s,
    ([most, count]) =>
      `Zu einem Update gehören 1 bis alle ${most} Mikro-Batches einer Epoche, als ganze Zahl, nicht ${count}.`,
  ],
  [/^There is no weight (.*) in this network\.$/s, ([name]) => `Ein Gewicht ${name} hat dieses Netz nicht.`],
  [
    /^A weight is named as W1\[2,1\] or b1\[2\], not (.*)\.$/s,
    ([name]) => `Ein Gewicht heißt wie W1[2,1] oder b1[2], nicht ${name}.`,
  ],
  [/^(.+) is on or off, not (.*)\.$/s, ([label, value], word) => `„${word(label)}“ ist an oder aus, nicht ${value}.`],
  [
    /^(.+) is one of (.+), not (.*)\.$/s,
    ([label, values, value], word) => `„${word(label)}“ ist eines von ${values}, nicht ${value}.`,
  ],
  [
    /^(.+) is a list of whole numbers, not (.*)\.$/s,
    ([label, value], word) => `„${word(label)}“ ist eine Liste ganzer Zahlen, nicht ${value}.`,
  ],
  [
    /^(.+) takes whole numbers from (.+) to (.+), not (.*)\.$/s,
    ([label, min, max, value], word) => `„${word(label)}“ nimmt ganze Zahlen von ${min} bis ${max}, nicht ${value}.`,
  ],
  [
    /^(.+) must stand in ascending order, but (.+) comes after (.+)\.$/s,
    ([label, next, last], word) => `„${word(label)}“ steht in aufsteigender Folge, aber ${next} kommt nach ${last}.`,
  ],
  [
    /^(.+) takes at most (.+) numbers, not (.*)\.$/s,
    ([label, most, count], word) => `„${word(label)}“ nimmt höchstens ${most} Zahlen, nicht ${count}.`,
  ],
  [
    /^(.+) is one or more of (.+), not ([^,]*)\.$/s,
    ([label, values, value], word) => `„${word(label)}“ ist eines oder mehrere von ${values}, nicht ${value}.`,
  ],
  [
    /^(.+) is one or more of (.+)\.$/s,
    ([label, values], word) => `„${word(label)}“ ist eines oder mehrere von ${values}.`,
  ],
  [/^(.+) names (.+) twice\.$/s, ([label, value], word) => `„${word(label)}“ nennt ${value} zweimal.`],
  [/^(.+) is a number, not (.*)\.$/s, ([label, value], word) => `„${word(label)}“ ist eine Zahl, nicht ${value}.`],
  [
    /^(.+) is a whole number, not (.*)\.$/s,
    ([label, value], word) => `„${word(label)}“ ist eine ganze Zahl, nicht ${value}.`,
  ],
  [
    /^(.+) must be (above|at least|below|at most) (\S+), not ([^:]*)(?:: .+)?\.$/s,
    ([label, way, bound, value], word) => `„${word(label)}“ muss ${ways[way]} ${bound} sein, nicht ${value}.`,
  ],
  [
    /^The batch size is a whole number from 1 to the (.+) examples, not (.+)\.$/s,
    ([count, size]) => `Die Batch-Größe ist eine ganze Zahl von 1 bis zu allen ${count} Beispielen, nicht ${size}.`,
  ],
  [
    /^The warm-up lasts a whole number of (step|epoch)s, not (.+)\.$/s,
    ([unit, length]) =>
      `Das Aufwärmen dauert eine ganze Zahl von ${unit === 'step' ? 'Schritten' : 'Epochen'}, nicht ${length}.`,
  ],
  [
    /^Nesterov needs a momentum above 0/,
    () =>
      'Nesterov braucht ein Momentum über 0: Ohne Momentum gibt es keine Geschwindigkeit, an der er vorausblicken könnte.',
  ],
  [
    /^Nesterov needs a dampening of 0/,
    () => 'Nesterov braucht eine Dämpfung von 0: Er blickt an der ganzen Geschwindigkeit voraus.',
  ],
  [/^The smallest step of Rprop/, () => 'Der kleinste Schritt von Rprop darf nicht größer sein als sein größter.'],
  [
    /^With three phases the rise/,
    () =>
      'Bei drei Phasen nimmt der Anstieg höchstens den halben Zyklus ein: Der Abstieg dauert ebenso lange, und beide müssen hineinpassen.',
  ],
  [
    /^Only the first (\d+) characters of the link were read\.$/,
    ([count]) => `Nur die ersten ${count} Zeichen des Links wurden gelesen.`,
  ],
  [
    /^The version of a link is a whole number, not (.*)\.$/s,
    ([version]) => `Die Version eines Links ist eine ganze Zahl, nicht ${version}.`,
  ],
  [
    /^This link was made by a newer version of the lab/,
    () => 'Dieser Link stammt von einer neueren Version des Labs; geladen wurde, was hier bekannt ist.',
  ],
  [
    /^The link also says (.*), which means nothing here\.$/s,
    ([names]) => `Im Link steht auch ${names}, was hier nichts bedeutet.`,
  ],
  [
    /^The address also says (.*), which means nothing here\.$/s,
    ([names]) => `In der Adresse steht auch ${names}, was hier nichts bedeutet.`,
  ],
  [
    /^Nothing here is called (.*), which the page around this lab hides or fixes\.$/s,
    ([name]) => `Nichts hier heißt ${name}, was die Seite um dieses Lab ausblendet oder festlegt.`,
  ],
  [
    /^Nothing here goes by these names, which the page around this lab hides or fixes: (.*)\.$/s,
    ([names]) => `Nichts hier hat diese Namen, die die Seite um dieses Lab ausblendet oder festlegt: ${names}.`,
  ],
  [
    /^Only the first (\d+) runs beside this one were read\.$/,
    ([count]) => `Nur die ersten ${count} Läufe neben diesem wurden gelesen.`,
  ],
  [
    /^Of it the link also says (.*), which means nothing there\.$/s,
    ([names]) => `Von ihm steht im Link auch ${names}, was dort nichts bedeutet.`,
  ],
  [
    /^The link asks for the lesson (.*), which does not exist\.$/s,
    ([lesson]) => `Der Link verlangt die Lektion ${lesson}, die es nicht gibt.`,
  ],
  [
    /^The address asks for (.*), which means nothing here\.$/s,
    ([wish]) => `Die Adresse wünscht ${wish}, was hier nichts bedeutet.`,
  ],
  ...ownSentences,
];

/** A number with a German decimal sign; any other part of a sentence as it is. */
const withComma = (part: string): string => (/^−?\d+\.\d+(?:e[+−]?\d+)?$/.test(part) ? part.replace('.', ',') : part);

/** The sentence in German; as it is where its form is not known, for then it may be German already. */
export function notice(english: string, word: (english: string) => string): string {
  const slip = /^(.*) Did you mean (.+)\?$/s.exec(english);
  if (slip !== null) return `${notice(slip[1], word)} Gemeint ist vielleicht ${slip[2]}.`;
  const run = /^Run (\d) beside this one: (.*)$/s.exec(english);
  if (run !== null) return `Lauf ${run[1]} neben diesem: ${notice(run[2], word)}`;
  for (const [form, say] of sentences) {
    const match = form.exec(english);
    if (match !== null) return say(match.slice(1).map(withComma), (label) => settings[label] ?? word(label));
  }
  return english;
}
