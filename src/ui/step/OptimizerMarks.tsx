// The optimizer's state at the weights: the update as its two parts, from memory and from this gradient, tip to tail,
// and a bar along each axis as long as the rate that the rule has for it.

import { path } from 'd3';
import { drawArrow } from '../../drawing/vectors.ts';
import { clipSegment, isInside, type Segment } from '../../drawing/viewport.ts';
import type { Optimizer } from '../../training/optimizer.ts';
import { optimizers } from '../../training/optimizers/index.ts';
import type { StepDetail } from '../../training/run/run.ts';
import { useLabState } from '../LabContext.tsx';
import { usePlot } from '../plots/PlotContext.tsx';
import css from './OptimizerMarks.module.css';
import { axisRates, memoryPart } from './rules/ruleLines.ts';
import { useProgram } from './rules/useProgram.ts';
import { useStepText } from './words.ts';

/** Pixels of the longer bar to either side of the weights, and the least that is drawn of a part. */
const barLength = 56;
const shortestPart = 3;
const head = { headLength: 8, headWidth: 8 };

export function OptimizerMarks() {
  const detail = useLabState((state) => state.detail);
  const phase = useLabState((state) => state.phase);
  if (detail === null || (phase !== null && phase !== 'update')) return null;
  return (
    <g className={css.marks}>
      <Rates detail={detail} />
      <Parts detail={detail} />
    </g>
  );
}

interface DetailProps {
  readonly detail: StepDetail;
}

function Parts({ detail }: DetailProps) {
  const step = useStepText();
  const { viewport } = usePlot();
  const program = useProgram();
  const { marks }: Optimizer = optimizers[program.optimizer];
  if (marks.memory.length === 0) return null;
  const memory = memoryPart(program, detail, marks.divisors);
  const { weights, update } = detail;
  const start = [viewport.x(weights[0]), viewport.y(weights[1])] as const;
  const middle = [viewport.x(weights[0] + memory[0]), viewport.y(weights[1] + memory[1])] as const;
  const end = [viewport.x(weights[0] + update[0]), viewport.y(weights[1] + update[1])] as const;
  if (!(Math.hypot(middle[0] - start[0], middle[1] - start[1]) >= shortestPart)) return null;
  return (
    <>
      <Part ends={[...start, ...middle]} name={step.markMemory} quantity="update" testId="part-memory" />
      <Part ends={[...middle, ...end]} name={step.markGradient} quantity="batch-gradient" testId="part-gradient" />
    </>
  );
}

interface PartProps {
  readonly ends: Segment;
  readonly name: string;
  readonly quantity: 'update' | 'batch-gradient';
  readonly testId: string;
}

function Part({ ends, name, quantity, testId }: PartProps) {
  const { plot } = usePlot().viewport;
  const visible = clipSegment(plot, ...ends);
  if (visible === null) return null;
  const [shaft, tip] = [path(), path()];
  drawArrow(shaft, tip, visible, head);
  const [x1, y1, x2, y2] = visible;
  const length = Math.hypot(x2 - x1, y2 - y1);
  // Beside the middle of the arrow, on the side that is up.
  const side = x2 >= x1 ? 1 : -1;
  const [x, y] = [(x1 + x2) / 2 + (side * 12 * (y2 - y1)) / length, (y1 + y2) / 2 - (side * 12 * (x2 - x1)) / length];
  const isReached = visible[2] === ends[2] && visible[3] === ends[3];
  return (
    <g data-quantity={quantity} style={{ color: `var(--${quantity})` }} data-testid={testId} data-ends={ends.join(',')}>
      <path className={css.shaft} d={String(shaft)} />
      {isReached && <path className={css.tip} d={String(tip)} />}
      {length > 40 && isInside(plot, x, y) && (
        <text x={x} y={y} textAnchor={y2 === y1 ? 'middle' : (y2 - y1) * side > 0 ? 'start' : 'end'}>
          {name}
        </text>
      )}
    </g>
  );
}

function Rates({ detail }: DetailProps) {
  const step = useStepText();
  const { viewport } = usePlot();
  const program = useProgram();
  const { marks }: Optimizer = optimizers[program.optimizer];
  if (!marks.hasRates) return null;
  const rates = axisRates(program, detail, marks.divisors, marks.memory);
  const largest = Math.max(...rates);
  if (!(largest > 0 && Number.isFinite(largest))) return null;
  const [x, y] = [viewport.x(detail.weights[0]), viewport.y(detail.weights[1])];
  if (!isInside(viewport.plot, x, y)) return null;
  const [across, up] = rates.map((rate) => (barLength * rate) / largest);
  const { left, top, right, bottom } = viewport.plot;
  const clip = `polygon(${left}px ${top}px, ${right}px ${top}px, ${right}px ${bottom}px, ${left}px ${bottom}px)`;
  return (
    <g
      className={css.rates}
      style={{ clipPath: `${clip} view-box` }}
      data-quantity="learning-rate"
      data-testid="axis-rates"
      data-rates={rates.join(',')}
    >
      <path d={`M${x - across} ${y}H${x + across}M${x} ${y - up}V${y + up}`} />
      <path d={`M${x - across} ${y - 4}v8M${x + across} ${y - 4}v8M${x - 4} ${y - up}h8M${x - 4} ${y + up}h8`} />
      <text x={x} y={y + up + 15} textAnchor="middle">
        {step.markScale}
      </text>
    </g>
  );
}
