// Why the run came to an end, and a way on.

import { selectStabilityLimit } from '../controls/stabilityMark.ts';
import { useIsLocked } from '../host/HostContext.tsx';
import { useLab, useLabState } from '../LabContext.tsx';
import { useFormats } from '../text/TextContext.tsx';
import { selectDivergence, selectSmallerRate } from './divergence.ts';
import { useEndingText } from './endingWords.ts';

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
  const words = useEndingText();
  const format = useFormats();
  const divergence = useLabState(selectDivergence);
  const rate = useLabState((state) => state.detail?.learningRate ?? state.hyperparameters.learningRate);
  const limit = useLabState(selectStabilityLimit);
  const smaller = useLabState(selectSmallerRate);
  const step = format.count(useLabState((state) => state.cursor));
  const isLocked = useIsLocked('learningRate');
  const numbers = { step, rate: format.number(rate), limit: format.number(limit ?? Number.NaN) };
  const again = (learningRate: number): void => {
    lab.setHyperparameters({ learningRate });
    lab.reset();
  };
  return (
    <>
      <p>{words.divergence[divergence](numbers)}</p>
      {smaller !== null && !isLocked && (
        <button type="button" onClick={() => again(smaller)}>
          {words.tryRate(format.number(smaller))}
        </button>
      )}
    </>
  );
}

function Finished({ isConverged }: { readonly isConverged: boolean }) {
  const lab = useLab();
  const words = useEndingText();
  const format = useFormats();
  const step = format.count(useLabState((state) => state.cursor));
  const loss = format.number(useLabState((state) => state.detail?.fullLoss ?? Number.NaN));
  return (
    <>
      <p>{isConverged ? words.converged({ step, loss }) : words.limitReached({ step })}</p>
      <button type="button" onClick={() => lab.keepGoing()}>
        {words.keepGoing}
      </button>
    </>
  );
}
