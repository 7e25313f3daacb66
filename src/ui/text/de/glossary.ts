// German words of the glossary.

import type { glossary as english } from '../en/glossary.ts';

export const glossary: typeof english = {
  title: 'Glossar',
  terms: {
    example: {
      term: 'Beispiel',
      meaning: 'Was eine Zeile der Daten sagt: die Merkmale, aus denen vorhergesagt wird, und meist ein Ziel.',
    },
    feature: { term: 'Merkmal', meaning: 'Eine Zahl eines Beispiels, die das Modell bekommt, etwa x1.' },
    target: { term: 'Ziel', meaning: 'Die Zahl oder Klasse, die die Vorhersage zu einem Beispiel sein sollte.' },
    prediction: {
      term: 'Vorhersage',
      meaning: 'Was das Modell mit seinen Gewichten aus den Merkmalen eines Beispiels macht.',
    },
    weight: { term: 'Gewicht', meaning: 'Eine Zahl des Modells, die das Training ändert.' },
    loss: {
      term: 'Verlust',
      meaning:
        'Eine Zahl, die sagt, wie schlecht Gewichte zu einem Beispiel passen; der mehrerer Beispiele ist das Mittel der ihren, und Training versucht, ihn zu senken, wenn es nicht steigen soll.',
    },
    gradient: {
      term: 'Gradient',
      meaning:
        'Zu jedem Gewicht, wie schnell der Verlust mit ihm wächst; alle zusammen zeigen dorthin, wo der Verlust am schnellsten wächst.',
    },
    learningRate: {
      term: 'Lernrate',
      meaning:
        'Die Zahl, mit der einfacher Gradientenabstieg minus den Gradienten zu einem Update multipliziert; andere Regeln gebrauchen sie auf ihre Weise.',
    },
    gradientDescent: {
      term: 'Gradientenabstieg',
      meaning:
        'Gewichte immer wieder gegen den Gradienten ändern; stochastisch (SGD), wo jeder Gradient der eines Mini-Batches ist.',
    },
    miniBatch: {
      term: 'Mini-Batch',
      meaning:
        'Die Beispiele, deren mittlerer Gradient auf einmal genommen wird; auch eines oder alle sind ein Mini-Batch.',
    },
    batchSize: {
      term: 'Batch-Größe',
      meaning: 'Wie viele Beispiele ein Mini-Batch hat; der letzte einer Epoche kann kürzer sein.',
    },
    step: {
      term: 'Schritt',
      meaning:
        'Ein Update aller Gewichte, aus einem Mini-Batch, wenn nicht die Gradienten mehrerer gesammelt werden; auch Iteration genannt.',
    },
    epoch: {
      term: 'Epoche',
      meaning:
        'Ein Durchgang durch die Beispiele, ohne einen kürzeren letzten Batch, der weggelassen wird; mit Zurücklegen so viele Ziehungen, wie es Beispiele gibt.',
    },
    noise: {
      term: 'Rauschen des Gradienten',
      meaning:
        'Wie sehr die Gradienten von Mini-Batches bei gleichen Gewichten vom Gradienten aller Beispiele abweichen.',
    },
    minimum: {
      term: 'Minimum',
      meaning:
        'Gewichte, um die herum kein Verlust kleiner ist: ein lokales nur unter seinen Nachbarn, ein globales unter allen Gewichten.',
    },
    convergence: {
      term: 'Konvergenz',
      meaning: 'Dass Gewichte an einem Punkt zur Ruhe kommen, wie viele Schritte auch noch folgen.',
    },
    divergence: {
      term: 'Divergenz',
      meaning:
        'Dass Gewichte über jede Schranke wachsen; ein Lauf wird als divergiert angehalten, wo ein Gewicht über eine Million hinaus oder eine Zahl nicht endlich ist.',
    },
    curvature: {
      term: 'Krümmung',
      meaning:
        'Wie schnell sich die Steigung des Verlusts in einer Richtung ändert; der größte Eigenwert der Hesse-Matrix, auch Schärfe genannt, ist die der Richtung, die sich am stärksten aufwärts krümmt.',
    },
    momentum: {
      term: 'Momentum',
      meaning:
        'Eine Summe der bisherigen Gradienten, jeder mit jedem Schritt noch einmal mit einem Faktor multipliziert, der das Update folgt statt nur dem neuesten Gradienten.',
    },
    optimizer: {
      term: 'Optimierer',
      meaning: 'Die Regel, die aus dem Gradienten und dem, was sie von früheren behält, ein Update macht.',
    },
    schedule: {
      term: 'Zeitplan',
      meaning: 'Die Regel, nach der sich die Lernrate von Schritt zu Schritt oder von Epoche zu Epoche ändert.',
    },
    unit: {
      term: 'Einheit',
      meaning:
        'Ein Teil eines Netzes, der seine Eingaben, jede mal ein Gewicht, und einen Bias addiert; verborgene Einheiten wenden auf die Summe die Aktivierung an.',
    },
    activation: {
      term: 'Aktivierung',
      meaning:
        'Die Funktion, die verborgene Einheiten auf ihre Summen anwenden; wo sie linear ist, leisten alle Schichten zusammen nicht mehr als eine.',
    },
    backpropagation: {
      term: 'Backpropagation',
      meaning:
        'Den Gradienten eines Netzes mit der Kettenregel vom Verlust zurück durch seine Schichten rechnen, so dass jeder Faktor einmal gerechnet wird.',
    },
    seed: {
      term: 'Startwert des Zufalls',
      meaning:
        'Die Zahl, aus der alles folgt, was ausgelost wird: Gleiche Einstellungen und gleicher Startwert geben denselben Lauf.',
    },
  },
  reading: {
    title: 'Was danach zu lesen ist',
    books: [
      'Goodfellow, Bengio, Courville: Deep Learning. MIT Press 2016. Kapitel 8 handelt von Optimierung, Kapitel 6.5 von Backpropagation.',
      'Géron: Hands-On Machine Learning with Scikit-Learn, Keras, and TensorFlow. O’Reilly, 3. Auflage 2022. Kapitel 4 und 11.',
    ],
    papers: [
      'Kingma, Ba: Adam: A Method for Stochastic Optimization. ICLR 2015, arXiv 1412.6980. Auch Adamax.',
      'Robbins, Monro: A Stochastic Approximation Method. 1951. Schritte mit einer Rate, die fällt.',
      'Polyak: Some methods of speeding up the convergence of iteration methods. 1964. Momentum.',
      'Nesterov: A method for unconstrained convex minimization problem with the rate of convergence O(1/k²). 1983.',
      'Sutskever, Martens, Dahl, Hinton: On the importance of initialization and momentum in deep learning. ICML 2013. Momentum nach Nesterov.',
      'Duchi, Hazan, Singer: Adaptive Subgradient Methods for Online Learning and Stochastic Optimization. JMLR 2011. Adagrad.',
      'Hinton: Neural Networks for Machine Learning, Vorlesung 6e. 2012. RMSprop.',
      'Graves: Generating Sequences With Recurrent Neural Networks. 2013, arXiv 1308.0850. Zentriertes RMSprop.',
      'Zeiler: ADADELTA: An Adaptive Learning Rate Method. 2012, arXiv 1212.5701.',
      'Loshchilov, Hutter: Decoupled Weight Decay Regularization. ICLR 2019, arXiv 1711.05101. AdamW.',
      'Dozat: Incorporating Nesterov Momentum into Adam. 2016. NAdam.',
      'Liu et al.: On the Variance of the Adaptive Learning Rate and Beyond. ICLR 2020, arXiv 1908.03265. RAdam.',
      'Reddi, Kale, Kumar: On the Convergence of Adam and Beyond. ICLR 2018, arXiv 1904.09237. AMSGrad.',
      'Riedmiller, Braun: A direct adaptive method for faster backpropagation learning: the RPROP algorithm. 1993.',
      'Chen et al.: Symbolic Discovery of Optimization Algorithms. 2023, arXiv 2302.06675. Lion.',
      'Loshchilov, Hutter: SGDR: Stochastic Gradient Descent with Warm Restarts. ICLR 2017, arXiv 1608.03983. Kosinus-Zeitpläne.',
      'Smith, Topin: Super-Convergence: Very Fast Training of Neural Networks Using Large Learning Rates. 2018, arXiv 1708.07120. Ein Zyklus.',
      'Goyal et al.: Accurate, Large Minibatch SGD: Training ImageNet in 1 Hour. 2017, arXiv 1706.02677. Aufwärmen.',
    ],
  },
};
