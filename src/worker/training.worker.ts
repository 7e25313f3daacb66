// The worker's side of the boundary: one Trainer. Columns of steps and surfaces are moved, not copied.

import { tracingOf } from '../drawing/tracing/tracing.ts';
import type { LossSurface } from '../training/objective/lossSurface.ts';
import type { MapsRequest } from '../training/run/dataMaps.ts';
import type { SurfaceRequest } from '../training/run/surfaceBand.ts';
import { type AdvanceRequest, Trainer } from '../training/run/trainer.ts';
import { expose, transfer } from './calls.ts';

const trainer = new Trainer(() => performance.now());

const exposed = {
  /** Answers as soon as the worker can: the page waits for it before it trusts the worker. */
  hello: () => true,
  start: trainer.start.bind(trainer),
  rewind: trainer.rewind.bind(trainer),
  preview: trainer.preview.bind(trainer),
  losses: trainer.losses.bind(trainer),
  plane: trainer.plane.bind(trainer),
  noise: trainer.noise.bind(trainer),
  curvature: trainer.curvature.bind(trainer),
  maps(request: MapsRequest) {
    const reply = trainer.maps(request);
    return transfer(
      reply,
      reply.layers.map(({ buffer }) => buffer),
    );
  },
  advance(request: AdvanceRequest) {
    const reply = trainer.advance(request);
    return transfer(reply, [reply.steps.buffer.buffer]);
  },
  surface(request: SurfaceRequest) {
    const surface = trainer.surface(request);
    return transfer(surface, [surface.values.buffer]);
  },
  trace(surface: LossSurface) {
    const tracing = tracingOf(surface);
    const lines = tracing.isolines.flatMap((isoline) => isoline.lines);
    return transfer(
      tracing,
      [tracing.shades, ...lines].map(({ buffer }) => buffer),
    );
  },
};

export type ExposedTrainer = typeof exposed;

/** Begins to answer. The page, which shares the worker's script, never calls it. */
export const serve = (): void => expose(exposed);
