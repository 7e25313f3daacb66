// Loads what own data, and examples that are arranged in another way, need: before the first of them stand in the state.

import { giveOwnRuns } from '../../training/run/ownRuns.ts';
import { loadUntold } from '../missing.ts';
import { giveOwnPart, isOwnPartThere } from './ownSlot.ts';

export async function loadOwnPart(): Promise<void> {
  if (isOwnPartThere()) return;
  const { ownPart, ownRun } = await loadUntold(() => import('./ownPart.ts'));
  giveOwnPart(ownPart);
  giveOwnRuns(ownRun);
}
