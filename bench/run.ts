// Every benchmark of the arithmetic, in one process, as one table. Fails where a goal is not met.
import { benchBestSurfaces } from './bestSurfaces.ts';
import { benchCompare } from './compare.ts';
import { benchElementary } from './elementary.ts';
import { benchNetwork } from './network.ts';
import { benchOptimizers } from './optimizers.ts';
import { formatRows, isGoalMet } from './row.ts';
import { benchSection } from './section.ts';
import { benchSurface } from './surface.ts';
import { benchTraining } from './training.ts';

const rows = [
  ...benchTraining(),
  ...benchNetwork(),
  ...benchSurface(),
  ...benchBestSurfaces(),
  ...benchOptimizers(),
  ...benchElementary(),
  ...benchCompare(),
  ...benchSection(),
];
const missed = rows.filter((row) => !isGoalMet(row)).length;

console.log(`${formatRows(rows)}\n\n${rows.length - missed} goals met, ${missed} not met`);
process.exitCode = missed > 0 ? 1 : 0;
