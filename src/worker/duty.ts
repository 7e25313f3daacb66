// How much of a core the training may take while its page is not in front: less than 70 % of one, all runs together, so
// that what the reader does elsewhere has room and a battery lasts. In front it takes what its slices of frames allow.

/** Share of the time that slices may fill; what else a trainer is asked for and its messages come on top. */
const share = 0.6;
/** The longest of these slices, in milliseconds. */
const slice = 8;

interface DutyClock {
  /** Milliseconds since some moment. */
  now(): number;
  wait(milliseconds: number): Promise<void>;
}

/** Whether the page is in front: shown, in a window that has the focus; where there is no page nothing else is in front. */
const isInFront = (): boolean => globalThis.document?.hasFocus() ?? true;

/** What has slices of work done, all of them together within that share of the time while the page is not in front. */
export function createDuty(isFree: () => boolean, { now, wait }: DutyClock) {
  /** The moment up to which the time is spent. */
  let spent = 0;
  /** @param work is told how many milliseconds it may take, at most as many as it is `asked` for */
  return async <Answer>(asked: number, work: (milliseconds: number) => Promise<Answer>): Promise<Answer> => {
    while (!isFree() && spent > now()) await wait(spent - now());
    if (isFree()) return work(asked);
    const [begun, milliseconds] = [now(), Math.min(slice, asked)];
    // What is begun is paid at once, so that another run cannot spend the same time.
    spent = begun + milliseconds / share;
    const answer = await work(milliseconds);
    spent += (now() - begun - milliseconds) / share;
    return answer;
  };
}

/** That of this page. */
export const onDuty = createDuty(isInFront, {
  now: () => performance.now(),
  wait: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
});
