// Taking the run along: a picture, the steps, the settings, or a script that runs by itself. What can be downloaded can
// also be read here and copied, since in some frames a download fails without a word.

import { type RefObject, useEffect, useId, useMemo, useRef, useState } from 'react';
import { download } from '../../embed/capabilities.ts';
import { hasLayers } from '../../lab/network.ts';
import { optimizers } from '../../training/optimizers/index.ts';
import { present } from '../../training/present.ts';
import { problems } from '../../training/problems/index.ts';
import { type TableStyle, usualStyle } from '../../training/table/tableStyle.ts';
import { useLab, useLabState } from '../LabContext.tsx';
import { lazyPart, Part } from '../parts/Part.tsx';
import { useScene } from '../plots/scene.ts';
import { useFormats, useRegistryText, useText } from '../text/TextContext.tsx';
import { CopyText } from './CopyText.tsx';
import css from './dialogs.module.css';
import { type ExportFile, type ExportKind, exportFile, exportKinds } from './exportFile.ts';
import { useDialogText } from './text.ts';

const TableFormat = lazyPart(() => import('../data/TableFormat.tsx'), 'TableFormat');

const scales = [1, 2, 3, 4] as const;

export function Export() {
  const { export: words } = useDialogText();
  const root = useRef<HTMLDivElement>(null);
  const id = useId();
  const [kind, setKind] = useState<ExportKind>('svg');
  const [scale, setScale] = useState(2);
  const { marks } = useFormats();
  const [chosenStyle, setStyle] = useState<TableStyle | null>(null);
  const style = useMemo(() => chosenStyle ?? usualStyle(marks.decimal), [chosenStyle, marks.decimal]);
  const { file, failure } = useExportFile(kind, scale, style, root);
  const isNetwork = useLabState(({ config }) => hasLayers(config));
  return (
    <div ref={root} className={css.export}>
      <div className={css.exportChoices}>
        <label htmlFor={id}>{words.kind}</label>
        <select id={id} value={kind} onChange={(event) => setKind(event.currentTarget.value as ExportKind)}>
          {exportKinds
            // Of two weights the script for TensorFlow has all that Keras does.
            .filter((each) => each !== 'keras' || isNetwork)
            .map((each) => (
              <option key={each} value={each}>
                {words.kinds[each]}
              </option>
            ))}
        </select>
        {kind === 'png' && <Scale scale={scale} onChoose={setScale} />}
        {kind === 'csv' && (
          <Part around={null}>
            <TableFormat style={style} onChange={setStyle} />
          </Part>
        )}
      </div>
      {failure !== null && <p role="alert">{words.failed(failure)}</p>}
      {file === null ? failure === null && <p role="status">{words.wait}</p> : <Made file={file} />}
    </div>
  );
}

function Scale({ scale, onChoose }: { readonly scale: number; onChoose(scale: number): void }) {
  const { export: words } = useDialogText();
  const id = useId();
  return (
    <>
      <label htmlFor={id}>{words.scale}</label>
      <select id={id} value={scale} onChange={(event) => onChoose(Number(event.currentTarget.value))}>
        {scales.map((each) => (
          <option key={each}>{each}</option>
        ))}
      </select>
    </>
  );
}

function Made({ file }: { readonly file: ExportFile }) {
  const { export: words } = useDialogText();
  const [said, setSaid] = useState<{ readonly file: ExportFile; readonly sentence: string } | null>(null);
  const save = (): void => {
    const result = download(file.name, file.content);
    const isExpected = result.ok && result.value === 'expected';
    setSaid({ file, sentence: isExpected ? words.downloaded(file.name) : words.notDownloaded });
  };
  return (
    <>
      <div className={css.exportChoices}>
        <button type="button" onClick={save}>
          {words.download}
        </button>
        <span role="status">{said?.file === file && said.sentence}</span>
      </div>
      {file.isPicture && <Preview content={file.content} />}
      {file.text !== null && <CopyText label={words.text} text={file.text} rows={file.isPicture ? 4 : 14} />}
    </>
  );
}

function Preview({ content }: { readonly content: Blob }) {
  const { export: words } = useDialogText();
  const [address, setAddress] = useState<string | null>(null);
  useEffect(() => {
    // A data address, since a page in a sandbox may not show a picture by an object address.
    const reader = new FileReader();
    reader.onload = () => setAddress(String(reader.result));
    reader.readAsDataURL(content);
    return () => reader.abort();
  }, [content]);
  return (
    <figure className={css.picture}>
      {address !== null && <img src={address} alt={words.pictureOf} />}
      <figcaption className={css.note}>{words.pictureHint}</figcaption>
    </figure>
  );
}

interface Outcome {
  readonly file: ExportFile | null;
  readonly failure: string | null;
}

const nothing: Outcome = { file: null, failure: null };

/** The file of the run as it stands when the dialog opens; made anew for another kind or scale. */
function useExportFile(kind: ExportKind, scale: number, style: TableStyle, root: RefObject<Element | null>): Outcome {
  const lab = useLab();
  const scene = useScene();
  const title = usePictureTitle();
  const [outcome, setOutcome] = useState<Outcome>(nothing);
  useEffect(() => {
    let isCurrent = true;
    const tell = (next: Outcome): void => {
      if (isCurrent) setOutcome(next);
    };
    tell(nothing);
    // A task later, so that the dialog shows what it is doing before a long run is written.
    const timer = setTimeout(() => {
      exportFile(lab, scene, kind, scale, present(root.current), title, style).then(
        (file) => tell({ file, failure: null }),
        (error: unknown) => tell({ file: null, failure: error instanceof Error ? error.message : String(error) }),
      );
    });
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [lab, scene, kind, scale, style, root, title]);
  return outcome;
}

function usePictureTitle(): string {
  const { page } = useText();
  const { export: words } = useDialogText();
  const { count } = useFormats();
  const registryText = useRegistryText();
  const lab = useLab();
  const problem = useLabState((state) => problems[state.config.problem].title);
  const optimizer = useLabState((state) => optimizers[state.config.optimizer].title);
  return words.pictureTitle({
    page: page.title,
    problem: registryText(problem),
    optimizer: registryText(optimizer),
    step: count(lab.store.getState().cursor),
  });
}
