// Where the page opens with a question, what only a run shows comes with the first touch of the page; elsewhere it is there
// before anything is drawn, and what stands beside weight space comes with all that stands there.

import { type ComponentProps, type ComponentType, type ReactNode, useEffect } from 'react';
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import { isAsking } from '../../lab/lessonState.ts';
import { loadExport, loadUntold } from '../../lab/missing.ts';
import { useLabState } from '../LabContext.tsx';

type Parts = typeof import('./parts.ts').parts & typeof import('./beside.ts').beside;

const loaded = createStore<Partial<Parts>>(() => ({}));

const load = async (): Promise<void> => loaded.setState(await loadExport(() => import('./parts.ts'), 'parts'));

const loadBeside = async (): Promise<void> => loaded.setState(await loadExport(() => import('./beside.ts'), 'beside'));

/** Loads all of it, and waits for what weight space needs; the notices say where it is missing. */
export async function loadOfRun(): Promise<void> {
  await loadUntold(load);
  void loadUntold(loadBeside);
}

/** Asks for it without a word, so that it is there once it is needed. */
export function foreseeRun(): void {
  for (const each of [load, loadBeside]) each().catch(() => undefined);
}

/** What is called so, once it is there. */
export const ofRun = <Name extends keyof Parts>(name: Name): Parts[Name] | undefined => loaded.getState()[name];

/** The same; the component renders again once it is there. */
export const useOfRun = <Name extends keyof Parts>(name: Name): Parts[Name] | undefined =>
  useStore(loaded, (parts) => parts[name]);

type Shown = { readonly [Name in keyof Parts as Parts[Name] extends ComponentType<never> ? Name : never]: Parts[Name] };

type OfRunProps<Name extends keyof Shown> = ComponentProps<Shown[Name]> & {
  readonly name: Name;
  readonly before?: ReactNode;
};

/** The part `name`; what is given as `before` until it is there, and while a question keeps all of the run to itself. */
export function OfRun<Name extends keyof Shown>({ name, before, ...rest }: OfRunProps<Name>) {
  const Loaded = useOfRun(name) as ComponentType<object> | undefined;
  const isKept = useLabState(({ detail, lesson }) => detail === null && isAsking(lesson));
  const isMissing = Loaded === undefined && !isKept;
  useEffect(() => {
    if (isMissing) void loadOfRun();
  }, [isMissing]);
  return Loaded === undefined || isKept ? before : <Loaded {...rest} />;
}
