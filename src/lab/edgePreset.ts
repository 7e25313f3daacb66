// A run whose sharpness rises to the limit of its learning rate and stays there.

/** The link: circles, 16 tanh units, squared error of classes -1 and +1, a rate of 0.2, all examples in the batch. */
export const edgePreset = '#v=1&batchSize=200&layers=16&learningRate=0.2&loss=mse&problem=circles';
