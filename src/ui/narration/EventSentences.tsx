// What is said of the step about to be taken, with what is worth a sentence of its own in the place of mere numbers.

import { type EventSource, eventOf, type RunEvent } from '../../lab/events.ts';
import { useLab } from '../LabContext.tsx';
import { tellApart } from '../panels/digits.ts';
import type { RunText } from '../text/catalogue.ts';
import type { Formats } from '../text/format.ts';
import { useRunText } from '../text/runText.ts';
import { useFormats } from '../text/TextContext.tsx';
import { type EventText, useEventText } from './eventWords.ts';

export interface EventSentencesProps {
  readonly source: EventSource;
  /** On the step that was taken last; null in a run that is too fast to speak of single steps. */
  readonly moved: string | null;
  /** On the step about to be taken, or on the run. */
  readonly next: string;
}

export function EventSentences({ source, moved, next }: EventSentencesProps) {
  const { history } = useLab();
  const run = useRunText();
  const events = useEventText();
  const format = useFormats();
  return toldWith(eventOf(source, history), { moved, next }, { run, events, format });
}

interface Words {
  readonly run: RunText;
  readonly events: EventText;
  readonly format: Formats;
}

/** The sentences with the event in the place of what it says better. */
export function toldWith(
  event: RunEvent | null,
  { moved, next }: Omit<EventSentencesProps, 'source'>,
  words: Words,
): string {
  const isOfStep = event?.kind === 'selfish' || event?.kind === 'overshoot';
  if (event === null || (moved === null && event.kind === 'selfish')) return moved === null ? next : `${moved} ${next}`;
  const said = eventWords(event, words);
  if (moved === null) return `${next} ${said}`;
  return isOfStep ? `${moved} ${said}` : `${said} ${next}`;
}

export function eventWords(event: RunEvent, { run, events, format }: Words): string {
  const apart = ({ from, to }: { readonly from: number; readonly to: number }) => {
    const [first, second] = tellApart(format, from, to);
    return { from: first, to: second };
  };
  switch (event.kind) {
    case 'newEpoch':
      return events.newEpoch[event.order];
    case 'circling':
      return events.circling;
    case 'tooSmall':
      return run.tooSmallARate;
    case 'selfish':
      return events.selfish({
        batch: apart(event.batch),
        rest: apart(event.rest),
        others: format.count(event.others),
      });
    case 'overshoot':
      return events.overshoot({
        limit: event.limit === null ? null : format.number(event.limit),
        batch: apart(event.batch),
      });
  }
}
