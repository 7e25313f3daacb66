// Ids of the texts that describe the plots, for `aria-describedby`.

export const summaryIds = { weights: 'summary-weights', data: 'summary-data', loss: 'summary-loss' } as const;
