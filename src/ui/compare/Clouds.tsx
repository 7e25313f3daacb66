// The ellipses of the noise floor in weight space: measured, and predicted.

import { ellipse } from '../../training/theory/noise.ts';
import { usePlot } from '../plots/PlotContext.tsx';
import css from './compare.module.css';
import { type DrawnCloud, useOverlay } from './overlays.ts';

const standardDeviations = 2;

export function Clouds() {
  const measured = useOverlay((overlays) => overlays.measured);
  const predicted = useOverlay((overlays) => overlays.predicted);
  return (
    <g>
      {predicted !== null && <Cloud cloud={predicted} line="predicted" />}
      {measured !== null && <Cloud cloud={measured} line="measured" />}
    </g>
  );
}

function Cloud({ cloud, line }: { readonly cloud: DrawnCloud; readonly line: 'measured' | 'predicted' }) {
  const { viewport } = usePlot();
  const { mean, covariance } = cloud;
  if (!covariance.every(Number.isFinite)) return null;
  const { major, minor } = ellipse(covariance, standardDeviations);
  // The unit circle, stretched along both axes and taken to pixels, in which the second axis runs upwards.
  const matrix = [
    ...[major[0] * viewport.scaleX, -major[1] * viewport.scaleY],
    ...[minor[0] * viewport.scaleX, -minor[1] * viewport.scaleY],
    ...[viewport.x(mean[0]), viewport.y(mean[1])],
  ];
  return (
    <circle
      className={css.cloud}
      data-line={line}
      data-testid={`cloud-${line}`}
      r={1}
      transform={`matrix(${matrix.join(' ')})`}
    />
  );
}
