// The large place: weight space and, where a network is trained, the network beside it or one tap away. On a page with
// no room for them elsewhere, the data and the loss take its place.

import type { ReactNode } from 'react';
import { type Face, FaceBar } from './FaceBar.tsx';
import css from './LargePlace.module.css';
import { lazyPart, Part } from './parts/Part.tsx';

const NetworkFigure = lazyPart(() => import('./network/NetworkFigure.tsx'), 'NetworkFigure');
const PlaneBar = lazyPart(() => import('./network/PlaneBar.tsx'), 'PlaneBar');

interface LargePlaceProps {
  readonly className: string | undefined;
  readonly hasNetwork: boolean;
  /** Whether weight space is seen in a plane of it. */
  readonly hasPlanes: boolean;
  readonly face: Face;
  onFace(face: Face): void;
  /** Weight space. */
  readonly children: ReactNode;
}

export function LargePlace({ className, hasNetwork, hasPlanes, face, onFace, children }: LargePlaceProps) {
  return (
    <div
      className={`${css.place} ${className}`}
      data-place="large"
      data-face={face}
      data-network={hasNetwork || undefined}
    >
      <div className={css.bar}>
        <FaceBar hasNetwork={hasNetwork} face={face} onFace={onFace} />
      </div>
      <div className={css.weights}>
        <div className={css.plot}>{children}</div>
        {hasPlanes && (
          <Part around={null}>
            <PlaneBar />
          </Part>
        )}
      </div>
      {hasNetwork && (
        <div className={css.network}>
          <Part>
            <NetworkFigure />
          </Part>
        </div>
      )}
    </div>
  );
}
