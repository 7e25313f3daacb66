// How examples can be arranged, by name. A name is also the value in links; what each does is in arrangement.ts.

export const arrangements = ['as-drawn', 'sorted', 'one-class-rare', 'outlier', 'unscaled', 'duplicates'] as const;
export type Arrangement = (typeof arrangements)[number];
