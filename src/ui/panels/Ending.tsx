// Why the run came to an end, and a way on.

import type { LabState } from '../../lab/store.ts';
import { resolveProblem } from '../../training/configuration.ts';
import { selectStabilityLimit } from '../controls/stabilityMark.ts';
import { useIsLocked } from '../host/HostContext.tsx';
import { useLab, useLabState } from '../LabContext.tsx';
import { useFormats, useText } from '../text/TextContext.tsx';

/** The learning-rate slider's lower end. */
const smallestRate = 1e-4;

export function Ending() {
  const status = useLabState((state) => state.status);
  switch (status) {
    case 'diverged':
      return <Diverged />;
    case 'converged':
    case 'limit':
      return <Finished isConverged={status === 'converged'} />;
    default:
      return null;
  }
}

function Diverged() {
  const lab = useLab();
  const { page } = useText();
  const format = useFormats();
  const rate = useLabState((state) => state.hyperparameters.learningRate);
  const limit = useLabState(selectStabilityLimit);
  const smaller = useLabState(selectSmallerRate);
  const step = format.count(useLabState((state) => state.cursor));
  const isAbove = useLabState(isAboveLimit);
  const isLocked = useIsLocked('learningRate');
  const again = (): void => {
    lab.setHyperparameters({ learningRate: smaller });
    lab.reset();
  };
  return (
    <>
      <p>
        {isAbove
          ? page.divergedAbove({ step, rate: format.number(rate), limit: format.number(limit ?? Number.NaN) })
          : page.diverged({ step, rate: format.number(rate) })}
      </p>
      {!isLocked && (
        <button type="button" onClick={again}>
          {page.tryRate(format.number(smaller))}
        </button>
      )}
    </>
  );
}

function Finished({ isConverged }: { readonly isConverged: boolean }) {
  const lab = useLab();
  const { page } = useText();
  const format = useFormats();
  const step = format.count(useLabState((state) => state.cursor));
  const loss = format.number(useLabState((state) => state.detail?.fullLoss ?? Number.NaN));
  return (
    <>
      <p>{isConverged ? page.converged({ step, loss }) : page.limitReached({ step })}</p>
      <button type="button" onClick={() => lab.keepGoing()}>
        {page.keepGoing}
      </button>
    </>
  );
}

/** Whether the curvature far out is that of the valley, so that the limit there explains the run. */
const isLinear = ({ config }: LabState): boolean => resolveProblem(config).model.isLinear;

const isAboveLimit = (state: LabState): boolean =>
  isLinear(state) && state.hyperparameters.learningRate > (selectStabilityLimit(state) ?? Number.POSITIVE_INFINITY);

/** A rate that holds: half the limit where that is known, elsewhere a quarter of the rate that failed. */
function selectSmallerRate(state: LabState): number {
  const smaller = isAboveLimit(state) ? selectStabilityLimit(state)! / 2 : state.hyperparameters.learningRate / 4;
  return Math.max(smallestRate, Number(smaller.toPrecision(2)));
}
