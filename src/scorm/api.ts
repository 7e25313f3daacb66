// The API of a learning platform (SCORM 1.2, Run-Time Environment 3.3): where it is, and how to talk to it when it leaves
// things out. Nothing throws; what is missing is an empty text.

export interface ScormApi {
  LMSInitialize(nothing: ''): unknown;
  LMSGetValue(name: string): unknown;
  LMSSetValue(name: string, value: string): unknown;
  LMSCommit(nothing: ''): unknown;
  LMSFinish(nothing: ''): unknown;
}

interface WindowLike {
  readonly API?: ScormApi | undefined;
  readonly parent: WindowLike;
  readonly opener?: WindowLike | null;
}

/** Most windows that stand around each other. */
const deepest = 100;

/** The API of the nearest window around this one, or of the one that opened it and those around that; null for none. */
export function findApi(page: WindowLike): ScormApi | null {
  return findAround(page) ?? openerOf(page);
}

function openerOf(page: WindowLike): ScormApi | null {
  let around = page;
  for (let depth = 0; depth < deepest; depth++) {
    const { opener } = around;
    if (opener) return findAround(opener);
    if (around.parent === around) break;
    around = around.parent;
  }
  return null;
}

function findAround(page: WindowLike): ScormApi | null {
  let around = page;
  for (let depth = 0; depth < deepest; depth++) {
    const api = apiOf(around);
    if (api !== null) return api;
    if (around.parent === around) return null;
    around = around.parent;
  }
  return null;
}

/** A window of another origin lets nobody look. */
function apiOf(page: WindowLike): ScormApi | null {
  try {
    return page.API ?? null;
  } catch {
    return null;
  }
}

export class Platform {
  /** Whether this visit counts: a platform that says no mode means the normal one. */
  readonly isKept: boolean;
  private readonly api: ScormApi;
  private isOpen = true;

  constructor(api: ScormApi) {
    this.api = api;
    this.call(() => api.LMSInitialize(''));
    this.isKept = !/^(browse|review)$/.test(this.get('cmi.core.lesson_mode'));
  }

  get(name: string): string {
    return this.call(() => this.api.LMSGetValue(name));
  }

  /** Writes these values and has them kept. */
  keep(values: Readonly<Record<string, string>>): void {
    if (!this.isKept || !this.isOpen) return;
    for (const [name, value] of Object.entries(values)) this.call(() => this.api.LMSSetValue(name, value));
    this.call(() => this.api.LMSCommit(''));
  }

  finish(values: Readonly<Record<string, string>>): void {
    this.keep(values);
    if (this.isOpen) this.call(() => this.api.LMSFinish(''));
    this.isOpen = false;
  }

  private call(ask: () => unknown): string {
    try {
      return String(ask() ?? '');
    } catch {
      return '';
    }
  }
}
