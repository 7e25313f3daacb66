// The page at a bare address, with a trainer in its own thread.

import { createRoot } from 'react-dom/client';
import { createHostStore, noWishes } from '../embed/wishes.ts';
import { firstAsked } from '../lab/firstOpened.ts';
import { Lab } from '../lab/lab.ts';
import { openLesson } from '../lab/openLesson.ts';
import { present } from '../training/present.ts';
import { LabPage } from '../ui/LabPage.tsx';
import plots from '../ui/plots/plots.module.css';
import { Scene } from '../ui/plots/scene.ts';
import { createPageTrainer } from '../worker/pageTrainer.ts';

export interface ShownPage {
  readonly lab: Lab;
  readonly scene: Scene;
  /** The class of what lies over the whole of a figure. */
  readonly standInClass: string;
}

export function showPage(root: HTMLElement): ShownPage {
  const { link, lesson } = firstAsked();
  const { config, hyperparameters } = link;
  const lab = new Lab({ connect: async () => createPageTrainer(), initial: { config, hyperparameters, lesson } });
  void openLesson(lab, present(lesson).key);
  const [host, scene] = [createHostStore(noWishes), new Scene()];
  createRoot(root).render(<LabPage {...{ lab, host, scene }} wishes={noWishes} />);
  return { lab, scene, standInClass: plots.svg };
}
