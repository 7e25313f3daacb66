// The words one has to know, one sentence each, and what to read next; loaded when they are first looked up.

/** Terms in the order in which they build on each other. */
export const glossary = {
  title: 'Glossary',
  terms: {
    example: {
      term: 'Example',
      meaning: 'What one row of the data says: the features that a prediction is made from, and mostly a target.',
    },
    feature: { term: 'Feature', meaning: 'A number of an example that the model is given, such as x1.' },
    target: { term: 'Target', meaning: 'The number, or the class, that a prediction of an example should be.' },
    prediction: { term: 'Prediction', meaning: 'What the model makes of an example’s features with its weights.' },
    weight: { term: 'Weight', meaning: 'A number of the model that training changes.' },
    loss: {
      term: 'Loss',
      meaning:
        'A number that says how badly weights fit an example; that of several examples is the mean of theirs, and training tries to lower it unless it is told to climb.',
    },
    gradient: {
      term: 'Gradient',
      meaning:
        'For each weight, how fast the loss grows with it; all together they point to where the loss grows fastest.',
    },
    learningRate: {
      term: 'Learning rate',
      meaning:
        'The number by which plain gradient descent multiplies minus the gradient to make an update; other rules use it in ways of their own.',
    },
    gradientDescent: {
      term: 'Gradient descent',
      meaning:
        'Changing weights against the gradient, again and again; stochastic (SGD) where each gradient is that of a mini-batch.',
    },
    miniBatch: {
      term: 'Mini-batch',
      meaning: 'The examples whose mean gradient is taken at once; one or all of them are mini-batches as well.',
    },
    batchSize: {
      term: 'Batch size',
      meaning: 'How many examples a mini-batch has; the last one of an epoch may be shorter.',
    },
    step: {
      term: 'Step',
      meaning:
        'One update of all weights, from one mini-batch unless gradients of several are accumulated; also called an iteration.',
    },
    epoch: {
      term: 'Epoch',
      meaning:
        'One pass through the examples, but for a shorter last batch that is left out; drawn with replacement, as many draws as there are examples.',
    },
    noise: {
      term: 'Noise of the gradient',
      meaning: 'How much the gradients of mini-batches at the same weights differ from the gradient of all examples.',
    },
    minimum: {
      term: 'Minimum',
      meaning:
        'Weights around which no loss is lower: a local one among its neighbours only, a global one among all weights.',
    },
    convergence: {
      term: 'Convergence',
      meaning: 'That weights come to rest at one point, whatever number of steps is still to come.',
    },
    divergence: {
      term: 'Divergence',
      meaning:
        'That weights grow without bound; a run is stopped as diverged where a weight is beyond a million or a number is not finite.',
    },
    curvature: {
      term: 'Curvature',
      meaning:
        'How fast the slope of the loss changes along a direction; the largest eigenvalue of the Hessian, also called sharpness, is that of the direction that curves upward most.',
    },
    momentum: {
      term: 'Momentum',
      meaning:
        'A sum of the gradients so far, each multiplied by a factor once more with every step, which the update follows instead of the newest gradient alone.',
    },
    optimizer: {
      term: 'Optimizer',
      meaning: 'The rule that makes an update of the gradient and of what it remembers of earlier ones.',
    },
    schedule: {
      term: 'Schedule',
      meaning: 'The rule by which the learning rate changes from step to step or from epoch to epoch.',
    },
    unit: {
      term: 'Unit',
      meaning:
        'A part of a network that adds up its inputs, each times a weight, and a bias; a hidden one applies the activation to the sum.',
    },
    activation: {
      term: 'Activation',
      meaning:
        'The function that hidden units apply to their sums; where it is linear, all layers together do no more than one.',
    },
    backpropagation: {
      term: 'Backpropagation',
      meaning:
        'Computing the gradient of a network by the chain rule from the loss back through its layers, so that each factor is computed once.',
    },
    seed: {
      term: 'Seed',
      meaning:
        'The number from which everything follows that is drawn by chance: the same settings and seed give the same run.',
    },
  },
  reading: {
    title: 'What to read next',
    books: [
      'Goodfellow, Bengio, Courville: Deep Learning. MIT Press 2016. Chapter 8 is about optimization, chapter 6.5 about backpropagation.',
      'Géron: Hands-On Machine Learning with Scikit-Learn, Keras, and TensorFlow. O’Reilly, 3rd edition 2022. Chapters 4 and 11.',
    ],
    papers: [
      'Kingma, Ba: Adam: A Method for Stochastic Optimization. ICLR 2015, arXiv 1412.6980. Adamax as well.',
      'Robbins, Monro: A Stochastic Approximation Method. 1951. The steps of a rate that falls.',
      'Polyak: Some methods of speeding up the convergence of iteration methods. 1964. Momentum.',
      'Nesterov: A method for unconstrained convex minimization problem with the rate of convergence O(1/k²). 1983.',
      'Sutskever, Martens, Dahl, Hinton: On the importance of initialization and momentum in deep learning. ICML 2013. Nesterov’s momentum.',
      'Duchi, Hazan, Singer: Adaptive Subgradient Methods for Online Learning and Stochastic Optimization. JMLR 2011. Adagrad.',
      'Hinton: Neural Networks for Machine Learning, lecture 6e. 2012. RMSprop.',
      'Graves: Generating Sequences With Recurrent Neural Networks. 2013, arXiv 1308.0850. Centered RMSprop.',
      'Zeiler: ADADELTA: An Adaptive Learning Rate Method. 2012, arXiv 1212.5701.',
      'Loshchilov, Hutter: Decoupled Weight Decay Regularization. ICLR 2019, arXiv 1711.05101. AdamW.',
      'Dozat: Incorporating Nesterov Momentum into Adam. 2016. NAdam.',
      'Liu et al.: On the Variance of the Adaptive Learning Rate and Beyond. ICLR 2020, arXiv 1908.03265. RAdam.',
      'Reddi, Kale, Kumar: On the Convergence of Adam and Beyond. ICLR 2018, arXiv 1904.09237. AMSGrad.',
      'Riedmiller, Braun: A direct adaptive method for faster backpropagation learning: the RPROP algorithm. 1993.',
      'Chen et al.: Symbolic Discovery of Optimization Algorithms. 2023, arXiv 2302.06675. Lion.',
      'Loshchilov, Hutter: SGDR: Stochastic Gradient Descent with Warm Restarts. ICLR 2017, arXiv 1608.03983. Cosine schedules.',
      'Smith, Topin: Super-Convergence: Very Fast Training of Neural Networks Using Large Learning Rates. 2018, arXiv 1708.07120. One cycle.',
      'Goyal et al.: Accurate, Large Minibatch SGD: Training ImageNet in 1 Hour. 2017, arXiv 1706.02677. Warm-up.',
    ],
  },
};
