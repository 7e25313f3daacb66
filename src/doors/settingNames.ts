// The names of all settings. Written by src/doors/settings.test.ts from the declarations of the fields.

export const settingNames: readonly string[] =
  'accumulate activation alpha amsgrad annealStrategy arrangement baseMomentum batchSize beta1 beta2 centered clipNorm clock condition constant contenders cycleMomentum dampening data dataMark decayRate decoupledWeightDecay divFactor dropLast endFactor eps epsInside etaMin etaMinus etaPlus examples factor finalDivFactor forgetZeroGrad gamma guess initial initialAccumulatorValue inputs layers learningRate learningRateDecay lesson loss margin maxMomentum maximize milestones momentum momentumDecay nesterov noise noiseMoves offset optimizer overhead parallelWidth pctStart phase plane power problem rho rotation sampling schedule scheduleUnit seed spread standardise standardised start start1 start2 startFactor startPlane step stepMax stepMin stepSize t0 tMax tMult targetLoss testShare threePhase totalIters totalSteps warmup watch weightDecay'.split(
    ' ',
  );
