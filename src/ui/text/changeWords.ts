// A catalogue with every sentence changed in the same way, those that functions make among them.

/** `words` with `change` applied to each text in it. */
export function changeWords<Words>(words: Words, change: (text: string) => string): Words {
  return changed(words, change) as Words;
}

function changed(value: unknown, change: (text: string) => string): unknown {
  if (typeof value === 'string') return change(value);
  if (typeof value === 'function')
    return (...values: readonly unknown[]) =>
      changed((value as (...given: readonly unknown[]) => unknown)(...values), change);
  if (Array.isArray(value)) return value.map((item) => changed(item, change));
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, changed(item, change)]));
  return value;
}
