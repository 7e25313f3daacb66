// A widget for notebooks (anywidget's front-end module): `settings` and `wishes` come from Python, `weights`, `step`, and
// `answers` go back to it.

import { mount } from './mount.ts';

/** The part of anywidget's model that is used here. */
interface Model {
  get(name: string): unknown;
  set(name: string, value: unknown): void;
  save_changes(): void;
  on(event: string, listener: () => void): void;
  off(event: string, listener: () => void): void;
}

const record = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {};

/** Draws one view of the model into `el`. Returns what to call when the view goes. */
function render({ model, el }: { readonly model: Model; readonly el: HTMLElement }): () => void {
  const lab = mount(el, record(model.get('settings')), record(model.get('wishes')));
  const report = (error: Error): void => keep({ error: error.message });
  const keep = (values: Readonly<Record<string, unknown>>): void => {
    for (const [name, value] of Object.entries(values)) model.set(name, value);
    model.save_changes();
  };
  const follow = (): void => void lab.setState(record(model.get('settings'))).then(() => keep({ error: '' }), report);
  const wish = (): void => void lab.setHost(record(model.get('wishes'))).catch(report);
  lab.on('steps', ({ step, weights }) => keep({ step, ...(weights !== null && { weights }) }));
  lab.on('error', ({ message }) => keep({ error: message }));
  for (const stage of ['committed', 'revealed', 'done'] as const)
    lab.on(`lesson:${stage}`, (answer) =>
      keep({ answers: { ...record(model.get('answers')), [answer.lesson]: { ...answer, stage } } }),
    );
  model.on('change:settings', follow);
  model.on('change:wishes', wish);
  return () => {
    model.off('change:settings', follow);
    model.off('change:wishes', wish);
    lab.destroy();
  };
}

// The form that anywidget asks for.
// biome-ignore lint/style/noDefaultExport: anywidget loads the default export.
export default { render };
