// For values that are there, though their type cannot say so.

/** A value that may be absent as far as its type says; of any other the compiler refuses to ask. */
type Doubtful<Value> = undefined extends Value ? Value : null extends Value ? Value : never;

/** The value itself. @throws Error where there is none after all */
export function present<Value>(value: Doubtful<Value>): NonNullable<Value> {
  if (value === null || value === undefined) throw new Error('A value that must be there is missing.');
  return value as NonNullable<Value>;
}
