// The page of a SCORM 1.2 package: the lab in a frame, a line below it, and what is answered there told to the platform.

import { configurationOf, decodeAnswers, type GivenAnswer } from '../lab/answerCode.ts';
import { lessons } from '../lab/lessons/index.ts';
import type { Lesson } from '../lab/lessons/lesson.ts';
import { loadUntold } from '../lab/missing.ts';
import { present } from '../training/present.ts';
import { scorm as german } from '../ui/text/de/scorm.ts';
import { scorm as english } from '../ui/text/en/scorm.ts';
import { findApi, Platform } from './api.ts';
import { type Progress, progressOf, timespan, valuesOf, withAnswer } from './progress.ts';

const isGerman = navigator.language.toLowerCase().startsWith('de');
const text = isGerman ? german : english;
const element = <Kind extends HTMLElement>(id: string): Kind => present(document.getElementById(id)) as Kind;

/** What an event of the lab says of a lesson. */
interface Told {
  readonly lesson: string;
  readonly guess: string | null;
  readonly seconds: number | null;
  readonly features: Readonly<Record<string, boolean>> | null;
  readonly observations: readonly string[];
  readonly reasons: readonly string[];
}

function start(all: readonly Lesson[]): void {
  const began = Date.now();
  const api = findApi(window as never);
  const platform = api === null ? null : new Platform(api);
  const kept = platform?.get('cmi.suspend_data') ?? '';
  const decoded = kept === '' ? { answers: [] } : decodeAnswers(kept);
  let answers: readonly GivenAnswer[] = 'answers' in decoded ? decoded.answers : [];
  const status = (): string => platform?.get('cmi.core.lesson_status') ?? '';
  const frame = element<HTMLIFrameElement>('lab');
  /** Lessons whose answer was put back, or given on this visit. */
  const here = new Set<string>();

  const linkOf = (key: string): string => {
    const guess = answers.find(({ lesson }) => lesson === key)?.guess ?? '';
    here.add(key);
    return `#lesson=${key}${guess === '' ? '' : `&guess=${encodeURIComponent(guess)}`}`;
  };
  const say = (progress: Progress): void => {
    element('progress').textContent = text.progress(progress);
    element('notes').textContent = [
      ...(platform === null ? [text.noPlatform] : platform.isKept ? [] : [text.notKept]),
      ...('fault' in decoded ? [text.unreadable] : []),
      ...(progress.dropped > 0 ? [text.dropped(progress.dropped)] : []),
    ].join(' ');
    element<HTMLTextAreaElement>('code').value = progress.code;
  };
  const write = (): void => {
    const progress = progressOf(answers, all);
    say(progress);
    platform?.keep({ ...valuesOf(progress, status()), 'cmi.core.exit': 'suspend' });
  };
  const take = ({ lesson: key, guess, seconds, features, observations, reasons }: Told): void => {
    const lesson = all.find((known) => known.key === key);
    if (lesson === undefined || guess === null) return;
    here.add(key);
    const given: GivenAnswer = {
      ...{
        lesson: key,
        configuration: configurationOf(lesson),
        guess,
        features: features ?? {},
        observations,
        reasons,
      },
      ...{ answeredAt: Math.round(Date.now() / 1000), secondsTaken: seconds === null ? null : Math.round(seconds) },
    };
    answers = withAnswer(answers, given);
    write();
  };
  /** Puts back what was answered on an earlier visit to the lesson that has just been opened. */
  const putBack = (link: string): void => {
    const key = /[#&]lesson=([\w-]+)/.exec(link)?.[1];
    if (key === undefined) return;
    platform?.keep({ 'cmi.core.lesson_location': key });
    if (!here.has(key) && answers.some(({ lesson, guess }) => lesson === key && guess !== ''))
      present(frame.contentWindow).location.hash = linkOf(key);
  };

  listen(frame, take, putBack);
  addEventListener('pagehide', () => {
    const isOver = /^(completed|passed|failed)$/.test(status());
    platform?.finish({
      'cmi.core.session_time': timespan(Date.now() - began),
      'cmi.core.exit': isOver ? '' : 'suspend',
    });
  });
  const location = platform?.get('cmi.core.lesson_location') ?? '';
  const first = all.some(({ key }) => key === location) ? location : all[0].key;
  label(frame);
  // What was kept and cannot be read is not written over before there is something to keep.
  if ('fault' in decoded) say(progressOf([], all));
  else write();
  frame.src = `minibatch-lab.html?height=fixed${linkOf(first)}`;
}

/** Greets the lab until it answers, and hears what is answered there and which run it has come to. */
function listen(frame: HTMLIFrameElement, take: (told: Told) => void, putBack: (link: string) => void): void {
  const greet = (): void => frame.contentWindow?.postMessage({ ns: 'minibatch-lab', v: 1, id: 1, type: 'hello' }, '*');
  const greeting = setInterval(greet, 200);
  addEventListener('message', ({ data, source }) => {
    if (source !== frame.contentWindow || data?.ns !== 'minibatch-lab') return;
    if (data.type === 'ready' && data.id === 1) clearInterval(greeting);
    else if (/^lesson:/.test(data.type)) take(data.payload);
    else if (data.type === 'change') putBack(data.payload.link);
  });
}

function label(frame: HTMLIFrameElement): void {
  document.documentElement.lang = isGerman ? 'de' : 'en';
  frame.title = text.lab;
  element('summary').textContent = text.code;
  element('code').setAttribute('aria-label', text.code);
}

/** The lessons of this package: those that its page names, or all. */
async function lessonsHere(): Promise<readonly Lesson[]> {
  const named = document.querySelector<HTMLMetaElement>('meta[name="lessons"]')?.content.trim() ?? '';
  const wanted = named === '' ? lessons : lessons.filter(({ key }) => named.split(/[\s,]+/).includes(key));
  return loadUntold(() => Promise.all((wanted.length > 0 ? wanted : lessons).map(({ load }) => load())));
}

void lessonsHere().then(start);
