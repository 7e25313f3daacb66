// Which of the numbers of initialFields.ts a kind of first weights takes, for whoever shows them. A file of its own, since
// no run needs it: a page that took it from there would load all that networks begin with.

/** Whether a kind takes the number of this name; other names are no such numbers, and are always taken. */
export const takesNumber = (kind: unknown, name: string): boolean =>
  name === 'spread' ? kind === 'normal' : name !== 'constant' || kind === 'equal';
