// For values that are there, though their type cannot say so.

/** The value itself. @throws Error where there is none after all */
export function present<Value>(value: Value | null | undefined): Value {
  if (value === null || value === undefined) throw new Error('A value that must be there is missing.');
  return value;
}
