// Two numbers a column: by these the examples are brought to a scale of their own, and the pictures find back.

import { standardise } from '../../lab/own/editData.ts';
import { columnNames, columnsOf, type OwnData } from '../../training/ownData/ownData.ts';
import { type ColumnScaling, scalingOf } from '../../training/ownData/scaling.ts';
import { problemOf } from '../../training/run/configuration.ts';
import { kindOf } from '../../training/theory/ownRun.ts';
import { useLab, useLabState } from '../LabContext.tsx';
import { useFormats } from '../text/TextContext.tsx';
import css from './data.module.css';
import { useDataText } from './words.ts';

export function ColumnsTable({ data }: { readonly data: OwnData }) {
  const lab = useLab();
  const words = useDataText();
  const config = useLabState((state) => state.config);
  const scaling = useLabState((state) => state.scaling);
  const problem = problemOf(config);
  const kind = kindOf(problem);
  const canBeOwn = problem.network !== undefined || problem.takes !== undefined;
  const isOwn = config.data !== undefined;
  const isOn = isOwn && config.standardise !== false;
  // Of the training part, as the trainer found them; else of all there are.
  const moments = isOn && scaling !== null ? scaling : scalingOf(columnsOf(data), kind, 'standardised');
  const [x1, x2, y] = columnNames(data);
  const rows: readonly (readonly [name: string, of: ColumnScaling, by: ColumnScaling | undefined])[] = [
    [x1, moments.x1, scaling?.x1],
    ...(kind.features === 2 ? [[x2, moments.x2, scaling?.x2] as const] : []),
    ...(kind.hasTarget && kind.classes === 0 ? [[y, moments.y, scaling?.y] as const] : []),
  ];
  return (
    <div className={css.columns}>
      {canBeOwn && (
        <label className={css.switch}>
          <input type="checkbox" checked={isOn} onChange={(event) => standardise(lab, event.currentTarget.checked)} />
          <span>{words.standardise}</span>
        </label>
      )}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be within reach of the keyboard */}
      <section className={css.scroller} tabIndex={0} aria-label={words.columns}>
        <table className={css.table}>
          <caption>{words.columns}</caption>
          <thead>
            <tr>
              <th scope="col">{words.column}</th>
              <th scope="col">{words.mean}</th>
              <th scope="col">{words.deviation}</th>
              <th scope="col">{words.trainedOn}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(([name, of, by], place) => (
              <ColumnRow key={place} name={name} of={of} by={by} />
            ))}
          </tbody>
        </table>
      </section>
      <p className={css.note}>
        {!isOwn ? words.ownScale : isOn ? words.ofTraining : isCentred(scaling?.x1) ? words.centred : ''}
      </p>
    </div>
  );
}

const isCentred = (by: ColumnScaling | undefined): boolean => by !== undefined && by.shift !== 0;

interface ColumnRowProps {
  readonly name: string;
  readonly of: ColumnScaling;
  readonly by: ColumnScaling | undefined;
}

function ColumnRow({ name, of, by = { shift: 0, scale: 1 } }: ColumnRowProps) {
  const words = useDataText();
  const format = useFormats();
  const [shift, scale] = [format.number(by.shift), format.number(by.scale)];
  return (
    <tr>
      <th scope="row">
        <bdi>{name}</bdi>
      </th>
      <td>{format.number(of.shift)}</td>
      <td>{format.number(of.scale)}</td>
      <td>{by.scale !== 1 ? words.scaled({ shift, scale }) : by.shift !== 0 ? words.less(shift) : words.asItIs}</td>
    </tr>
  );
}
