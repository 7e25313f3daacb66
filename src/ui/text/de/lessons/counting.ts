import type { LessonText } from '../../../lesson/lessonText.ts';

export const words: LessonText = {
  title: 'Zählen',
  question:
    'Es sind 100 Beispiele, und jede Epoche geht alle einmal durch, ohne Zurücklegen. Wie viele Updates hat eine Epoche, und wie viele Beispiele hat ihr letzter Mini-Batch?',
  rows: {
    examples: 'Beispiele',
    batch: 'Batch-Größe',
    updates: 'Updates je Epoche',
    last: 'Beispiele im letzten Mini-Batch',
  },
  columns: ['Batch-Größe 30', 'Batch-Größe 8'],
  slips: {
    down: 'So kämen einige Beispiele in keinen Mini-Batch; hier bilden sie einen kürzeren.',
    fraction: 'Die Zahl der Updates ist ganz: Auch was übrig bleibt, ergibt eines.',
    step: 'Das wäre ein Update je Epoche; so ist es nur mit allen Beispielen in einem Mini-Batch.',
    each: 'Das wäre ein Update je Beispiel; so ist es nur mit Mini-Batches aus einem Beispiel.',
    full: 'So viele Beispiele sind für den letzten Mini-Batch nicht mehr da.',
    none: 'Der letzte Mini-Batch hat, was die vollen übrig lassen.',
  },
  figures: {
    updates: 'Updates je Epoche',
    last: 'Beispiele im letzten Mini-Batch',
    total: 'Beispiele in allen Mini-Batches',
    examples: 'Beispiele',
  },
  features: {
    updates: {
      right: 'Beide Anzahlen der Updates stimmten.',
      wrong: 'Nicht beide Anzahlen der Updates stimmten.',
    },
    last: { right: 'Beide letzten Mini-Batches stimmten.', wrong: 'Nicht beide letzten Mini-Batches stimmten.' },
  },
  observations: {
    all: 'Jedes Beispiel war in genau einem Mini-Batch, und der letzte war kürzer.',
    dropped: 'Einige Beispiele waren in keinem Mini-Batch.',
    full: 'Alle Mini-Batches waren gleich groß.',
  },
  reasons: {
    rest: {
      choice: 'Was die vollen Mini-Batches übrig lassen, bildet einen letzten, kürzeren.',
      reply: 'Ja: Also sind es Beispiele geteilt durch Batch-Größe, aufgerundet.',
    },
    dropped: {
      choice: 'Was keinen Mini-Batch füllt, wird weggelassen.',
      reply: 'Nein: Das ist eine Wahl, „Den kürzeren letzten Batch weglassen“, und sie ist aus.',
    },
    step: {
      choice: 'Eine Epoche ist ein Update.',
      reply: 'Nein: So ist es nur, wo alle Beispiele in einem Mini-Batch sind.',
    },
  },
  takeaway: 'Updates je Epoche = Zahl der Beispiele / Batch-Größe, aufgerundet.',
  change:
    'Den kürzeren letzten Batch weglassen: Wie viele Updates hat eine Epoche nun? Welche Beispiele fehlen, wird mit jedem Mischen neu ausgelost.',
};
