// What the numbers mean, how far they are from PyTorch's, and where they are computed. The table is the one that the
// test run wrote.

import { optimizers } from '../../training/optimizers/index.ts';
import differencesText from '../../training/reference/differences.json?raw';
import { useLab } from '../LabContext.tsx';
import { useFormats, useRegistryText } from '../text/TextContext.tsx';
import css from './dialogs.module.css';
import { useDialogText } from './text.ts';

const quantities = ['learningRate', 'loss', 'gradient', 'weights'] as const;
type Row = Readonly<Record<(typeof quantities)[number] | 'runs' | 'steps', number>>;

const rows = Object.entries(JSON.parse(differencesText) as Readonly<Record<string, Row>>);
const version: string = import.meta.env.VITE_VERSION;

export function AboutNumbers() {
  const { place } = useLab();
  const { about } = useDialogText();
  return (
    <>
      <p>{about.computed}</p>
      <h3>{about.conventions}</h3>
      <ul>
        {about.convention.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      <h3>{about.differences}</h3>
      <p>{about.differencesIntro}</p>
      <Differences />
      <ul>
        {about.exceptions.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      <h3>{about.thisPage}</h3>
      <p>
        {about.version(version)} {about.places[place ?? 'none']}
      </p>
    </>
  );
}

function Differences() {
  const { about } = useDialogText();
  const registryText = useRegistryText();
  const format = useFormats();
  const titleOf = (key: string): string =>
    key in optimizers ? registryText(optimizers[key as keyof typeof optimizers].title) : key;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be within reach of the keyboard
    <section className={css.scroller} tabIndex={0} aria-label={about.differences}>
      <table className={css.differences}>
        <thead>
          <tr>
            <th scope="col">{about.optimizer}</th>
            <th scope="col">{about.runs}</th>
            <th scope="col">{about.steps}</th>
            {quantities.map((quantity) => (
              <th key={quantity} scope="col">
                {about[quantity]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(([key, row]) => (
            <tr key={key}>
              <th scope="row">{titleOf(key)}</th>
              <td>{format.count(row.runs)}</td>
              <td>{format.count(row.steps)}</td>
              {quantities.map((quantity) => (
                <td key={quantity}>{format.number(row[quantity])}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
