// One value of one field: read from text, from a message, or from a file, written as text, and refused in a sentence.

import { type ChoiceField, type Field, type FieldValue, fieldProblem, type SetField } from '../training/field.ts';
import { didYouMean, sameName } from './nearMiss.ts';

/** Longest list that a setting may be given as; the longest that mean something are far shorter. */
const longestList = 1000;
/** Names that a set may be given as in text. */
const longestSet = 20;

/** The choice that is written so, but for capitals and separators; text that is none as it is. */
const choiceOf = ({ choices }: ChoiceField, written: string): string =>
  sameName(
    written,
    choices.map(({ value }) => value),
  ) ?? written;

/** Why a value cannot stand in a field, and what was probably meant; null when it can. */
export function refusalOf(field: Field, value: FieldValue): string | null {
  const problem = fieldProblem(field, value);
  if (problem === null || field.kind !== 'choice' || typeof value !== 'string') return problem;
  return (
    problem +
    didYouMean(
      [value],
      field.choices.map((choice) => choice.value),
    )
  );
}

/** What may stand in a field, from whatever it is given as; what may not becomes text, to be refused. */
export const readValue = (field: Field, value: unknown): FieldValue =>
  typeof value === 'string' ? parseValue(field, value) : exactValue(field, value);

/** The same where text is no spelling of other values. */
export function exactValue(field: Field, value: unknown): FieldValue {
  if (typeof value === 'boolean' || typeof value === 'string') return value;
  // One zero is as good as the other, and only one of them survives being written as text.
  if (typeof value === 'number') return value + 0;
  if (!Array.isArray(value)) return value === null ? 'null' : `something of the type ${typeof value}`;
  if (field.kind === 'set' && value.length <= longestList) return value.map(String);
  if (field.kind !== 'list' || value.length > longestList) return `a list of ${value.length}`;
  return value.every((item) => typeof item === 'number') ? value.map((item) => item + 0) : 'a list of other things';
}

/** A value from its text; text that means nothing for the field stays text, to be refused. */
export function parseValue(field: Field, text: string): FieldValue {
  switch (field.kind) {
    case 'number':
      return text.trim() === '' || Number.isNaN(Number(text)) ? text : Number(text) + 0;
    case 'switch':
      return /^(1|true)$/i.test(text) ? true : /^(0|false)$/i.test(text) ? false : text;
    case 'set':
      return setOf(field, text);
    case 'text':
      return text;
    case 'list':
      return listOf(text);
    case 'choice':
      return choiceOf(field, text);
  }
}

const isNone = (text: string): boolean => /^none$/i.test(text.trim());

/** The things that are written so, but for capitals and what stands between words. */
function setOf({ choices }: SetField, text: string): readonly string[] {
  if (isNone(text)) return [];
  const plain = (name: string): string => name.toLowerCase().replaceAll(/[^a-z0-9]/g, '');
  return text
    .split(',')
    .slice(0, longestSet)
    .map((name) => choices.find(({ value }) => plain(value) === plain(name))?.value ?? name);
}

/** Text that is no list stays text. */
function listOf(text: string): FieldValue {
  if (isNone(text)) return [];
  const items = text.split(',').map((item) => (item.trim() === '' ? Number.NaN : Number(item)));
  return items.some(Number.isNaN) ? text : items;
}

/** The text of a value, whole. `parseValue` is the inverse. */
export function formatValue(value: FieldValue): string {
  if (typeof value === 'boolean') return value ? '1' : '0';
  return Array.isArray(value) && value.length === 0 ? 'none' : String(value);
}
