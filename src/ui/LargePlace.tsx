// The large place: weight space and, where a network is trained, the network beside it or one tap away.

import { type ReactNode, useState } from 'react';
import { hasLayers } from '../lab/network.ts';
import { useLabState } from './LabContext.tsx';
import css from './LargePlace.module.css';
import type { Face } from './network/FaceSwitch.tsx';
import { lazyPart, Part } from './parts/Part.tsx';

const NetworkFigure = lazyPart(() => import('./network/NetworkFigure.tsx'), 'NetworkFigure');
const PlaneBar = lazyPart(() => import('./network/PlaneBar.tsx'), 'PlaneBar');
const FaceSwitch = lazyPart(() => import('./network/FaceSwitch.tsx'), 'FaceSwitch');

interface LargePlaceProps {
  readonly className: string | undefined;
  /** Weight space. */
  readonly children: ReactNode;
}

export function LargePlace({ className, children }: LargePlaceProps) {
  const isNetwork = useLabState(({ config }) => hasLayers(config));
  const [face, setFace] = useState<Face>('network');
  return (
    <div className={`${css.place} ${className}`} data-face={isNetwork ? face : 'weights'}>
      {isNetwork && (
        <div className={css.switch}>
          <Part around={null}>
            <FaceSwitch face={face} onFace={setFace} />
          </Part>
        </div>
      )}
      <div className={css.weights}>
        <div className={css.plot}>{children}</div>
        {isNetwork && (
          <Part around={null}>
            <PlaneBar />
          </Part>
        )}
      </div>
      {isNetwork && (
        <div className={css.network}>
          <Part>
            <NetworkFigure />
          </Part>
        </div>
      )}
    </div>
  );
}
