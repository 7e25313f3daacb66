// The weights as a mark and no more.

import { lazyPart, Part } from '../parts/Part.tsx';
import { handleLayer, handleParts } from './handleLayer.ts';
import css from './plots.module.css';
import { StateSvg } from './StateMarks.tsx';

const MarkTitle = lazyPart(() => import('../network/MarkTitle.tsx'), 'MarkTitle');

/** Where the start cannot be moved, the weights are a mark and no more; it says so where that is for the plane that is shown. */
export const WeightsMark = ({ isFixed }: { readonly isFixed: boolean }) => (
  <g className={css.weightsMark} data-quantity="weights" data-testid="weights-mark">
    {isFixed && (
      <Part around={null}>
        <MarkTitle />
      </Part>
    )}
    <StateSvg part="weights" shown={handleParts} marksOf={handleLayer} />
  </g>
);
