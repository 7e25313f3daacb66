// Classes as the numbers -1 and +1, for losses that compare an output with a number.

/** +1 where output k stands for class y, else -1. A lone output of two classes stands for class 1. */
export const signOfClass = (y: number, k: number, classes: number): 1 | -1 => (y === (classes > 2 ? k : 1) ? 1 : -1);
