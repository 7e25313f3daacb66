// The links of the gallery: each a run to begin a lesson with, and one sentence on what there is to see.

import { edgePreset } from '../lab/edgePreset.ts';

export interface GalleryLink {
  readonly title: string;
  /** True of the run behind the link. */
  readonly sentence: string;
  readonly hash: string;
  /** What the picture is of, where the link is to more than a run. */
  readonly shows?: string;
  /** Steps of the run in the picture, or all before it ends by itself. */
  readonly steps: number;
}

export const galleryLinks: readonly GalleryLink[] = [
  {
    title: 'A bowl',
    sentence:
      'A straight line is fitted to points: the loss has one minimum, and every step follows the gradient of eight of them.',
    hash: '#problem=line-fit',
    steps: 60,
  },
  {
    title: 'A valley',
    sentence:
      'Two inputs that go together make a long valley: the path comes down its wall early, and then creeps along its floor.',
    hash: '#problem=rotated-valley',
    steps: 150,
  },
  {
    title: 'Many minima',
    sentence:
      'Frequency and phase of a sine wave are fitted: the loss has several minima, and the start decides which one is near.',
    hash: '#problem=sine-fit',
    steps: 200,
  },
  {
    title: 'One neuron',
    sentence: 'A single tanh unit learns its weight and its bias; both are on the screen, so the whole loss is a map.',
    hash: '#problem=tanh-neuron',
    steps: 100,
  },
  {
    title: 'A network',
    sentence:
      'A network learns to tell two moons apart: the loss of its batches is lower after 200 steps than at the start.',
    hash: '#problem=moons',
    steps: 200,
  },
  {
    title: 'A rate that is too large',
    sentence:
      'With a learning rate of 1.2 the steps on the bowl grow until its numbers overflow: the run diverges within ten steps.',
    hash: '#learningRate=1.2&problem=line-fit',
    steps: 3,
  },
  {
    title: 'Adam in the valley',
    sentence:
      'Adam divides each weight’s step by the size of its recent gradients; both weights start with steps of about the same length.',
    hash: '#optimizer=adam&problem=rotated-valley',
    steps: 150,
  },
  {
    title: 'The edge of stability',
    sentence:
      'All examples are in every batch, and the loss of this network falls while its sharpness rises toward 2 divided by the rate.',
    hash: edgePreset,
    steps: 200,
  },
  {
    title: 'A rate that falls',
    sentence:
      'Batches of one example, and a rate that falls along a cosine to zero at step 100: just before that the weights hardly move.',
    hash: '#batchSize=1&learningRate=0.2&problem=line-fit&schedule=cosine&tMax=100',
    steps: 100,
  },
  {
    title: 'Noise',
    sentence:
      'The same batches of one example without a schedule: the path comes near the minimum and goes on wandering about it.',
    hash: '#batchSize=1&learningRate=0.2&problem=line-fit',
    steps: 200,
  },
  {
    title: 'Two optimizers side by side',
    sentence: 'Plain descent and Adam begin at the same point of the valley and take the same batches.',
    hash: '#contenders=adam,0.1,8&problem=rotated-valley',
    steps: 150,
  },
  {
    title: 'A lesson',
    sentence: 'Where will the next step lead? The lab asks before it shows; the answer is compared with the step.',
    hash: '#lesson=the-next-point',
    shows: '#problem=tug-of-war',
    steps: 0,
  },
];
