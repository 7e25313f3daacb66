// Why a typed value cannot stand in a field, said in the reader's language.

import { type Field, type FieldValue, fieldProblem } from '../../training/field.ts';
import { useRegistryText, useText } from '../text/TextContext.tsx';

/** One sentence that refuses `value`, in the reader's language, or null. */
export function useRefusal(): (field: Field, value: FieldValue) => string | null {
  const { page } = useText();
  const registryText = useRegistryText();
  return (field, value) => {
    const english = fieldProblem(field, value);
    if (english === null) return null;
    const label = registryText(field.label);
    const range = 'min' in field ? { min: String(field.min), max: String(field.max) } : { min: '', max: '' };
    const whole = field.kind === 'list' || (field.kind === 'number' && field.integer === true);
    return page.refusal({ english, label, ...range, whole });
  };
}
