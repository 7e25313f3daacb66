// Every setting by its name in the link. Written by src/doors/settings.test.ts from the declarations of the fields.

/** Settings of a run; what is absent is the default. Which of them a run has depends on problem, optimizer, and schedule. */
export interface Settings {
  /** Micro-batches to an update; default 1. */
  readonly accumulate?: number;
  /** Activation; default tanh. */
  readonly activation?: 'tanh' | 'relu' | 'leaky-relu' | 'sigmoid' | 'softplus' | 'gelu' | 'linear';
  /** alpha (share of the past in the mean square); default 0.99. */
  readonly alpha?: number;
  /** AMSGrad (the divisor never shrinks); default false. */
  readonly amsgrad?: boolean;
  /** Shape; default cos. */
  readonly annealStrategy?: 'cos' | 'linear';
  /** Arrangement; default as-drawn. */
  readonly arrangement?: 'as-drawn' | 'sorted' | 'one-class-rare' | 'outlier' | 'unscaled' | 'duplicates';
  /** Lowest momentum; default 0.85. */
  readonly baseMomentum?: number;
  /** Batch size; default 8. */
  readonly batchSize?: number;
  /** beta 1 (first moment); default 0.9. */
  readonly beta1?: number;
  /** beta 2 (second moment); default by problem or rule: 0.999, 0.99. */
  readonly beta2?: number;
  /** Centered (divide by the spread of the gradient); default false. */
  readonly centered?: boolean;
  /** Clip norm; default 0. */
  readonly clipNorm?: number;
  /** Condition number; default 20. */
  readonly condition?: number;
  /** Every weight; default 0.3. */
  readonly constant?: number;
  /** Cycle the momentum too; default true. */
  readonly cycleMomentum?: boolean;
  /** Dampening (share of the new gradient left out of the velocity); default 0. */
  readonly dampening?: number;
  /** Decay (of the rate, per count); default 0.1. */
  readonly decayRate?: number;
  /** Decoupled weight decay (as in AdamW); default false. */
  readonly decoupledWeightDecay?: boolean;
  /** Divisor at the start; default 25. */
  readonly divFactor?: number;
  /** Drop last; default false. */
  readonly dropLast?: boolean;
  /** Factor at the end; default 1. */
  readonly endFactor?: number;
  /** Epsilon (keeps the divisor above zero); default by problem or rule: 1e-10, 1e-8, 0.000001. */
  readonly eps?: number;
  /** Epsilon inside the root (as in TensorFlow and Keras); default false. */
  readonly epsInside?: boolean;
  /** Rate at the end of the way; default 0. */
  readonly etaMin?: number;
  /** eta minus (shrink after a turn); default 0.5. */
  readonly etaMinus?: number;
  /** eta plus (growth while the sign holds); default 1.2. */
  readonly etaPlus?: number;
  /** Number of examples; default 100. */
  readonly examples?: number;
  /** Factor; default 1. */
  readonly factor?: number;
  /** Further divisor at the end; default 10000. */
  readonly finalDivFactor?: number;
  /** Forget zero_grad; default false. */
  readonly forgetZeroGrad?: boolean;
  /** gamma (factor); default by problem or rule: 0.1, 0.97. */
  readonly gamma?: number;
  /** First weights; default torch. */
  readonly initial?: 'torch' | 'xavier' | 'he' | 'normal' | 'equal' | 'zero';
  /** Initial sum of squares; default 0. */
  readonly initialAccumulatorValue?: number;
  /** Inputs; default by problem or rule: x1,x2, x1. */
  readonly inputs?: readonly string[] | string;
  /** Units of each hidden layer; default 4,2. */
  readonly layers?: readonly number[] | string;
  /** Learning rate; default 0.1. */
  readonly learningRate?: number;
  /** Learning rate decay; default 0. */
  readonly learningRateDecay?: number;
  /** Loss; default by problem or rule: mse, bce, cross-entropy. */
  readonly loss?: 'mse' | 'bce' | 'mae' | 'huber' | 'cross-entropy' | 'sigmoid-mse' | 'hinge';
  /** Distance between the clusters; default 2. */
  readonly margin?: number;
  /** Highest momentum; default 0.95. */
  readonly maxMomentum?: number;
  /** Maximize (climb instead of descend); default false. */
  readonly maximize?: boolean;
  /** Milestones; default 20,40. */
  readonly milestones?: readonly number[] | string;
  /** Momentum; default by problem or rule: 0, 0.9. */
  readonly momentum?: number;
  /** Momentum decay (how fast beta 1 warms up); default 0.004. */
  readonly momentumDecay?: number;
  /** Nesterov momentum; default false. */
  readonly nesterov?: boolean;
  /** Noise; default 0.5. */
  readonly noise?: number;
  /** Noise moves; default labels. */
  readonly noiseMoves?: 'points' | 'labels';
  /** Offset of the feature; default 1. */
  readonly offset?: number;
  /** Optimizer; default sgd. */
  readonly optimizer?:
    | 'sgd'
    | 'momentum'
    | 'nesterov'
    | 'adagrad'
    | 'rmsprop'
    | 'adam'
    | 'adadelta'
    | 'adamw'
    | 'adamax'
    | 'nadam'
    | 'radam'
    | 'rprop'
    | 'lion';
  /** Share of the cycle spent rising; default 0.3. */
  readonly pctStart?: number;
  /** Power; default 1. */
  readonly power?: number;
  /** Problem; default line-fit. */
  readonly problem?:
    | 'tug-of-war'
    | 'line-fit'
    | 'logistic-regression'
    | 'two-layer-product'
    | 'sine-fit'
    | 'gaussian-wells'
    | 'relu-neuron'
    | 'sigmoid-neuron'
    | 'tanh-neuron'
    | 'decay-fit'
    | 'outlier'
    | 'support-vector'
    | 'rotated-valley'
    | 'circles'
    | 'xor'
    | 'spirals'
    | 'three-clusters'
    | 'moons'
    | 'curve';
  /** rho (share of the past in the mean squares); default 0.9. */
  readonly rho?: number;
  /** Rotation in degrees; default 30. */
  readonly rotation?: number;
  /** Sampling; default reshuffle. */
  readonly sampling?: 'reshuffle' | 'once' | 'fixed' | 'replacement';
  /** Schedule; default constant. */
  readonly schedule?:
    | 'constant'
    | 'step'
    | 'multistep'
    | 'exponential'
    | 'cosine'
    | 'cosine-restarts'
    | 'linear'
    | 'polynomial'
    | 'inverse-time'
    | 'one-cycle';
  /** Schedule unit; default step. */
  readonly scheduleUnit?: 'step' | 'epoch';
  /** Seed; default 7. */
  readonly seed?: number;
  /** Spread; default 1. */
  readonly spread?: number;
  /** Standardise; default true. */
  readonly standardise?: boolean;
  /** Standardise the feature; default false. */
  readonly standardised?: boolean;
  /** Start w1; default -1.8. */
  readonly start1?: number;
  /** Start w2; default 1.2. */
  readonly start2?: number;
  /** Factor at the start; default 0.3333333333333333. */
  readonly startFactor?: number;
  /** Start plane; default 0,1. */
  readonly startPlane?: string;
  /** Largest step; default 50. */
  readonly stepMax?: number;
  /** Smallest step; default 0.000001. */
  readonly stepMin?: number;
  /** Length of a stair; default 20. */
  readonly stepSize?: number;
  /** T₀ (length of the first way); default 10. */
  readonly t0?: number;
  /** T (length of the way); default 50. */
  readonly tMax?: number;
  /** Multiplier of T at each restart; default 1. */
  readonly tMult?: number;
  /** Share held out as a test; default 0. */
  readonly testShare?: number;
  /** Three phases (fall as long as it rose, then fade out); default false. */
  readonly threePhase?: boolean;
  /** Length; default 5. */
  readonly totalIters?: number;
  /** Length of the cycle; default 100. */
  readonly totalSteps?: number;
  /** Warm-up; default 0. */
  readonly warmup?: number;
  /** Weight decay; default by problem or rule: 0, 0.01. */
  readonly weightDecay?: number;
  /** Where the weights begin; of networks an offset from the seeded start. */
  readonly start?: readonly [number, number] | string;
  /** Step to begin with, from 0. */
  readonly step?: number;
  /** Slow motion, and where in the step. */
  readonly phase?: 'sample' | 'forward' | 'loss' | 'backward' | 'update';
  /** Key of a lesson, or `none`. */
  readonly lesson?: string;
  /** An answer to the lesson, as the lab writes it. */
  readonly guess?: string;
  /** Examples of your own, as the lab writes them. */
  readonly data?: string;
  /** The mark of examples that a link has no room for. */
  readonly dataMark?: string;
  /** Numbers of the weights that are watched, from 0, with commas. */
  readonly watch?: string;
  /** The plane in which the weights of a network are seen. */
  readonly plane?: string;
  /** The runs beside this one, as the lab writes them. */
  readonly contenders?: string;
  /** What the comparison counts. */
  readonly clock?: string;
  /** Of the clock: cost of an update. */
  readonly overhead?: number | string;
  /** Of the clock: examples at once. */
  readonly parallelWidth?: number | string;
  /** Loss at which the comparison stops the clock. */
  readonly targetLoss?: number | string;
}
