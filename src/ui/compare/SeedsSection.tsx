// Many seeds of one run, and many starts: is a method steady, or was it lucky?

import { useState } from 'react';
import type { Fan, Varied } from '../../lab/compare/studies.ts';
import { hasLayers } from '../../lab/network.ts';
import { isSamePlane } from '../../training/plane.ts';
import type { Minimum } from '../../training/theory/minima.ts';
import { NumberInput } from '../controls/NumberInput.tsx';
import { useLabState } from '../LabContext.tsx';
import { Choice } from '../step/Choice.tsx';
import { useFormats } from '../text/TextContext.tsx';
import { basinColours } from './basinColours.ts';
import css from './compare.module.css';
import { Failure, Outcome, Study } from './Study.tsx';
import { useRuns } from './useRace.ts';
import { useStudies, useStudyState } from './useStudies.ts';
import { useCompareText } from './words.ts';

const members = 50;
const mostSteps = 10_000;

export function SeedsSection() {
  const words = useCompareText();
  const fan = useStudyState((state) => state.fan);
  const isNetwork = useLabState((state) => hasLayers(state.config));
  const [chosen, setChosen] = useState<Varied>('shuffles');
  // Two weights start where the reader puts them: there is nothing to draw.
  const vary = isNetwork ? chosen : 'shuffles';
  return (
    <>
      {isNetwork && (
        <Choice
          label={words.varied}
          values={['shuffles', 'first weights'] as const}
          words={words.vary}
          chosen={vary}
          onChoose={(next) => setChosen(next)}
        />
      )}
      <p className={css.note}>{vary === 'shuffles' ? words.seedsIntro : words.firstWeightsIntro}</p>
      <SeedsForm vary={vary} />
      <Failure />
      <Outcome of="ensemble">{fan !== null && <FanSummary fan={fan} />}</Outcome>
      {isNetwork ? <p className={css.note}>{words.basinsPairs}</p> : <Starts />}
    </>
  );
}

function Starts() {
  const words = useCompareText();
  const studies = useStudies();
  const basins = useStudyState((state) => state.basins);
  return (
    <>
      <div className={css.row}>
        <Study id="basins" name={words.basins} onRun={() => void studies.mapStarts()} />
        {basins !== null && (
          <button type="button" onClick={() => studies.hide('basins')}>
            {words.hideMap}
          </button>
        )}
        <span className={css.note}>{words.basinsIntro}</span>
      </div>
      <Outcome of="basins">{basins !== null && <Ends {...basins} isMap />}</Outcome>
    </>
  );
}

function SeedsForm({ vary }: { readonly vary: Varied }) {
  const studies = useStudies();
  const words = useCompareText();
  const runs = useRuns().filter(({ slot }) => slot !== null);
  const [letter, setLetter] = useState('A');
  const [steps, setSteps] = useState(500);
  const fan = useStudyState((state) => state.fan);
  const run = runs.find((candidate) => candidate.letter === letter) ?? runs[0];
  const field = {
    kind: 'number',
    name: 'steps',
    label: words.seedSteps,
    default: 500,
    min: 1,
    max: mostSteps,
    integer: true,
  } as const;
  return (
    <div className={css.row}>
      {runs.length > 1 && (
        <select
          aria-label={words.seedsOf}
          value={run.letter}
          onChange={(event) => setLetter(event.currentTarget.value)}
        >
          {runs.map((candidate) => (
            <option key={candidate.letter}>{candidate.letter}</option>
          ))}
        </select>
      )}
      <span className={css.knob}>
        <span aria-hidden="true">{words.seedSteps}</span>
        <NumberInput field={field} value={steps} step={100} onCommit={setSteps} />
      </span>
      <Study
        id="ensemble"
        name={words.runSeeds}
        onRun={() => void studies.runSeeds(run, run.letter, { members, steps, vary })}
      />
      {fan !== null && (
        <button type="button" onClick={() => studies.hide('fan')}>
          {words.hideFan}
        </button>
      )}
    </div>
  );
}

function FanSummary({ fan }: { readonly fan: Fan }) {
  const words = useCompareText();
  const format = useFormats();
  const { band, result, steps, letter, view } = fan;
  const isSeen = useLabState(({ plane }) => isSamePlane(plane, view));
  const last = band.median.length - 1;
  return (
    <>
      <p>
        <b>{letter}</b>{' '}
        {words.spread({
          low: format.number(band.lowerQuartile[last]),
          median: format.number(band.median[last]),
          high: format.number(band.upperQuartile[last]),
          steps: format.count(steps),
        })}
      </p>
      {!isSeen && <p className={css.note}>{words.fanElsewhere}</p>}
      {result !== null && <Ends {...result} />}
    </>
  );
}

interface EndsProps {
  readonly minima: readonly Minimum[];
  readonly shares: readonly number[];
  readonly moving: number;
  readonly diverged: number;
  /** Whether the ends have the colours of the map of starts. */
  readonly isMap?: boolean;
}

/** Ends shown by name; of a flat valley there may be many, of which the rest is one line. */
const mostEnds = 6;

function Ends({ minima, shares, moving, diverged, isMap }: EndsProps) {
  const words = useCompareText();
  const format = useFormats();
  const isNetwork = useLabState((state) => hasLayers(state.config));
  const rows = minima.slice(0, mostEnds).map(({ weights, loss, isFlat }, index) => {
    const at = { w1: format.number(weights[0]), w2: format.number(weights[1]), loss: format.number(loss) };
    const colour: string = basinColours[index];
    return { name: isFlat ? words.plateau(at) : words.minimum(at), share: shares[index], colour };
  });
  if (moving > 0) rows.push({ name: isNetwork ? words.held : words.moving, share: moving, colour: 'transparent' });
  if (diverged > 0) rows.push({ name: words.divergedShare, share: diverged, colour: 'var(--line)' });
  return (
    <table className={css.table} aria-label={words.endedIn}>
      <tbody>
        {rows.map(({ name, share, colour }) => (
          <tr key={name}>
            <th scope="row">
              {isMap && <span className={css.chip} style={{ background: colour }} />} {name}
            </th>
            <td>
              <span className={css.share}>
                <span style={{ inlineSize: `${100 * share}%` }} />
              </span>{' '}
              {format.percent(share)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
