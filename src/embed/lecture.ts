// Before an audience: no knobs, and the answer to a question comes with the key that a clicker sends, PageDown; PageUp goes
// back to the question. A second screen has the question alone, and no key reveals anything there.

import type { Lab } from '../lab/lab.ts';
import { askAnew, loadLesson, reveal } from '../lab/lessonCourse.ts';
import { isCommand, isCovered } from './keyUse.ts';
import type { HostStore } from './wishes.ts';

/** What is turned and pressed elsewhere. */
const knobs = [
  ...['problem', 'lesson', 'lessonSelect', 'optimizer', 'settings', 'learningRate', 'batchSize', 'speed', 'scrubber'],
  ...['slowMotion', 'reset', 'stepBack', 'play', 'step', 'nextEpoch', 'menu', 'theme', 'level', 'zoom'],
];

export interface LectureOptions {
  readonly page: Window;
  readonly lab: Lab;
  readonly host: HostStore;
}

/** Starts it for as long as the page is there. Call it before anything else listens to keys. */
export function joinLecture({ page, lab, host }: LectureOptions): void {
  const { presents, hidden, shown } = host.getState();
  if (presents === null) return;
  host.setState({ hidden: new Set([...hidden, ...knobs.filter((name) => !shown.has(name))]) });
  page.document.documentElement.dataset.present = presents;
  if (presents === 'lecture') page.addEventListener('keydown', (event) => press(lab, page, event), true);
}

function press(lab: Lab, page: Window, event: KeyboardEvent): void {
  const { lesson } = lab.store.getState();
  if (lesson === null || isCommand(event) || event.shiftKey || isCovered(page.document)) return;
  const isWaiting = lab.isAsking;
  if (event.key !== (isWaiting ? 'PageDown' : 'PageUp')) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  if (event.repeat) return;
  void (isWaiting ? reveal(lab) : goBack(lab, lesson.key));
}

/** The question once more, about the run as it was. */
async function goBack(lab: Lab, key: string): Promise<void> {
  const lesson = await loadLesson(key);
  if (lesson === null || lab.isAsking || lab.store.getState().lesson?.key !== key) return;
  lab.reset();
  askAnew(lab, lesson);
}
