// Why a value cannot stand, said in the reader's language.

import { type Field, type FieldValue, fieldProblem } from '../../training/field.ts';
import { useNotice } from '../text/TextContext.tsx';

/** One sentence that refuses `value`, in the reader's language, or null. */
export function useRefusal(): (field: Field, value: FieldValue) => string | null {
  const notice = useNotice();
  return (field, value) => {
    const english = fieldProblem(field, value);
    return english === null ? null : notice(english);
  };
}
