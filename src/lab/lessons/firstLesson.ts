// The lesson that a bare address opens, as far as the page needs it for its first picture.

export const firstLesson = { key: 'the-next-point', problem: 'tug-of-war' } as const;
