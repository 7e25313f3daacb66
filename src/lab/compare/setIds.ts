// The comparisons that one click sets up, by their keys.

export const setIds = ['batchSizes', 'rates', 'optimizers', 'decay', 'valley', 'adaptive', 'losses'] as const;
export type SetId = (typeof setIds)[number];
