// What the text of a table holds, as a question: it may be long, so a worker reads it.

import { readTable, type TableChoices, type TableReading } from '../table/readTable.ts';
import { question } from './questions.ts';

export interface TableRequest {
  readonly text: string;
  readonly choices: TableChoices;
}

export const tableQuestion = question(({ text, choices }: TableRequest): TableReading => readTable(text, choices));
