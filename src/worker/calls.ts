// Calls across the boundary of a worker: functions of one side, asked for by name and answered to the other side later.
// What a call or its answer marks is moved, not copied; an error arrives as one that says the same.

/** A worker, what a worker itself is, or one end of a channel. */
export interface Endpoint {
  postMessage(message: unknown, moved: Transferable[]): void;
  onmessage: ((event: MessageEvent) => void) | null;
}

// biome-ignore lint/suspicious/noExplicitAny: any function can be called across, with what it asks for.
type Functions = Readonly<Record<string, (...given: any[]) => unknown>>;

/** The functions of the other side: whatever they return arrives later. */
export type Remote<Exposed> = {
  readonly [Name in keyof Exposed]: Exposed[Name] extends (...given: infer Given) => infer Answer
    ? (...given: Given) => Promise<Awaited<Answer>>
    : never;
};

interface Call {
  readonly id: number;
  readonly name: string;
  readonly given: readonly unknown[];
}

interface Answer {
  readonly id: number;
  readonly value?: unknown;
  readonly error?: { readonly name: string; readonly message: string; readonly stack?: string | undefined };
}

const movedWith = new WeakMap<WeakKey, Transferable[]>();

/** Has `buffers` moved to the other side when `value` goes there. */
export function transfer<Value extends object>(value: Value, buffers: Transferable[]): Value {
  movedWith.set(value, buffers);
  return value;
}

const buffersOf = (value: unknown): Transferable[] => movedWith.get(value as WeakKey) ?? [];

/** Answers every call that arrives at `endpoint` with one of `functions`. */
export function expose(functions: Functions, endpoint = globalThis as unknown as Endpoint): void {
  endpoint.onmessage = async ({ data }) => {
    const { id, name, given } = data as Call;
    try {
      const value = await functions[name](...given);
      endpoint.postMessage({ id, value }, buffersOf(value));
    } catch (error) {
      const { name, message, stack } = error as Error;
      endpoint.postMessage({ id, error: { name, message, stack } }, []);
    }
  };
}

/** The functions that the other side of `endpoint` exposes. */
export function remoteAt<Exposed>(endpoint: Endpoint): Remote<Exposed> {
  const waiting = new Map<number, (answer: Answer) => void>();
  let count = 0;
  endpoint.onmessage = ({ data }) => {
    const answer = data as Answer;
    waiting.get(answer.id)?.(answer);
    waiting.delete(answer.id);
  };
  const call = (name: string, given: readonly unknown[]): Promise<unknown> =>
    new Promise((resolve, reject) => {
      const id = ++count;
      waiting.set(id, ({ value, error }) =>
        error === undefined ? resolve(value) : reject(Object.assign(new Error(error.message), error)),
      );
      endpoint.postMessage({ id, name, given } satisfies Call, given.flatMap(buffersOf));
    });
  return new Proxy({} as Remote<Exposed>, {
    get:
      (_, name) =>
      (...given: unknown[]) =>
        call(String(name), given),
  });
}
