// The gradients of the pending step: how they are drawn, and how far the mini-batch's is from the full one.

import { batchSurfaces, gradientViews, type LabState } from '../../lab/store.ts';
import { angleBetween, relativeError } from '../../training/objective/noise.ts';
import { trainingCount } from '../../training/run/configuration.ts';
import { isEven } from '../../training/run/parts.ts';
import type { StepDetail } from '../../training/run/run.ts';
import { lengthOf, type Vector } from '../../training/vector.ts';
import { useLab, useLabState, useReadableState } from '../LabContext.tsx';
import { gradientName } from '../panels/SumInNumbers.tsx';
import { useWatched } from '../panels/useWatched.tsx';
import type { Quantity } from '../quantity.ts';
import { useNumbersText } from '../text/numbersText.ts';
import { useFormats, useText } from '../text/TextContext.tsx';
import { Choice } from './Choice.tsx';
import css from './step.module.css';
import { useStepText } from './words.ts';

export function GradientsPanel() {
  const { page } = useText();
  const detail = useReadableState((state) => state.detail);
  return (
    <div className={css.view}>
      <GradientChoices />
      {detail === null ? <p>{page.waiting}</p> : <Comparison detail={detail} />}
      <SurfaceChoice />
    </div>
  );
}

/** Whether the update is made of micro-batches that are not of one size. */
const hasUnevenParts = ({ detail }: LabState): boolean => detail !== null && !isEven(detail.microBatches);

function GradientChoices() {
  const lab = useLab();
  const step = useStepText();
  const { gradients, gradientView } = useLabState((state) => state.layers);
  const isUneven = useReadableState(hasUnevenParts);
  return (
    <>
      <label className={css.check} title={step.gradientsInBackward}>
        <input
          type="checkbox"
          checked={gradients}
          onChange={(event) => lab.setLayers({ gradients: event.currentTarget.checked })}
        />
        <span data-quantity="example-gradient">{step.showGradients}</span>
      </label>
      <div>
        <Choice
          label={step.gradientView}
          values={gradientViews}
          words={step.gradientViews}
          chosen={gradientView}
          onChoose={(view) => lab.setLayers({ gradientView: view, gradients: true })}
        />
        <p className={css.note}>
          {step.gradientViewHelp[gradientView]} {isUneven && step.gradientsUneven}
        </p>
      </div>
    </>
  );
}

function SurfaceChoice() {
  const lab = useLab();
  const step = useStepText();
  const title = useText().step.batchSurface;
  const batchSurface = useLabState((state) => state.layers.batchSurface);
  const isUneven = useReadableState(hasUnevenParts);
  return (
    <div>
      <Choice
        label={title}
        values={batchSurfaces}
        words={step.batchSurfaces}
        chosen={batchSurface}
        onChoose={(surface) => lab.setLayers({ batchSurface: surface })}
      />
      <p className={css.note}>{isUneven ? step.batchSurfaceUneven : step.batchSurfaceHelp}</p>
    </div>
  );
}

/** Weights side by side at most. */
const mostWeights = 2;

function Comparison({ detail }: { readonly detail: StepDetail }) {
  const step = useStepText();
  const words = useNumbersText();
  const format = useFormats();
  const count = useLabState((state) => trainingCount(state.config));
  const { gradient, fullGradient } = detail;
  const watched = useWatched().slice(0, mostWeights);
  const angle = (angleBetween(gradient, fullGradient) * 180) / Math.PI;
  const error = relativeError(gradient, fullGradient);
  const rows: readonly { of: Quantity; name: string; value: Vector }[] = [
    { of: 'batch-gradient', name: gradientName(words, format, detail), value: gradient },
    { of: 'full-gradient', name: words.fullGradient(format.count(count)), value: fullGradient },
  ];
  return (
    <table className={css.values}>
      <thead>
        <tr>
          <td />
          {watched.map(({ index, name }) => (
            <th key={index} scope="col">
              {typeof name === 'string' ? name : `w${index + 1}`}
            </th>
          ))}
          <th scope="col">{step.gradientLength}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ of, name, value }) => (
          <tr key={of} data-quantity={of}>
            <th scope="row" data-quantity={of}>
              {name}
            </th>
            {[...watched.map(({ index }) => value[index]), lengthOf(value)].map((number, place) => (
              <td key={place} data-quantity={of}>
                {format.number(number)}
              </td>
            ))}
          </tr>
        ))}
        <tr>
          <th scope="row" colSpan={1 + watched.length}>
            {step.angle}
          </th>
          <td className={css.wide} data-testid="gradient-angle" data-value={angle}>
            {step.degrees(format.number(angle))}
          </td>
        </tr>
        <tr>
          <th scope="row" colSpan={1 + watched.length}>
            {step.relativeError}
          </th>
          <td className={css.wide} data-testid="gradient-error" data-value={error}>
            {Number.isFinite(error) ? format.percent(error) : '—'}
          </td>
        </tr>
      </tbody>
    </table>
  );
}
