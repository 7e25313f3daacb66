// What a host page gets when it asks for an export: the run as a file's text. Pictures are the page's own business.

import type { Lab } from '../lab/lab.ts';
import type { TableStyle } from '../training/table/tableStyle.ts';
import { stepsCsv } from './csv.ts';
import { runJson } from './json.ts';
import { type RunRecord, recordRun } from './runRecord.ts';
import { type ScriptId, scripts } from './scripts/index.ts';
import { scriptSteps } from './scripts/scriptText.ts';

export interface TextFile {
  readonly name: string;
  readonly type: string;
  readonly text: string;
}

/** The run up to the step shown, as text; null for a format or a library that there is none for. @param style of a table */
export function exportText(lab: Lab, format: string, library: string, style?: TableStyle): TextFile | null {
  switch (format) {
    case 'csv':
      return { name: 'minibatch-lab.csv', type: 'text/csv', text: stepsCsv(recordOf(lab), style) };
    case 'json':
      return { name: 'minibatch-lab.json', type: 'application/json', text: runJson(recordOf(lab)) };
    case 'script': {
      if (!Object.hasOwn(scripts, library)) return null;
      const { extension, write } = scripts[library as ScriptId];
      return { name: `minibatch-lab.${extension}`, type: 'text/plain', text: write(recordOf(lab, scriptSteps)) };
    }
    default:
      return null;
  }
}

function recordOf(lab: Lab, most = Number.POSITIVE_INFINITY): RunRecord {
  const { config, hyperparameters, cursor } = lab.store.getState();
  const past = lab.history.edits.filter((edit) => edit.step < cursor);
  const edits = past.length > 0 ? past : [{ step: 0, hyperparameters }];
  return recordRun(config, edits, Math.min(most, cursor), cursor);
}
