// Which forms are answered on weight space.

import type { Lesson } from '../../lab/lessons/lesson.ts';

export const isOnPlot = ({ form }: Lesson): boolean => form.kind === 'place' || form.kind === 'spread';
