// What stands in place of a view that would give the answer away.

import { useLessonsText } from './words.ts';

export const HiddenView = () => <p>{useLessonsText().hiddenView}</p>;
