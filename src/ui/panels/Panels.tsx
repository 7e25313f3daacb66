// The tabs of the page and the view that is chosen.

import { useEffect } from 'react';
import { viewName } from '../../embed/viewName.ts';
import { isAsking } from '../../lab/lessonState.ts';
import { isOwnRun } from '../../training/run/ownRuns.ts';
import { useHostWishes } from '../host/HostContext.tsx';
import { useLabState } from '../LabContext.tsx';
import { useLevel } from '../level/LevelContext.tsx';
import { lazyPart, Part } from '../parts/Part.tsx';
import { useViewText } from '../text/viewWords.ts';
import css from './Panels.module.css';
import { type Panel, panels } from './panelList.ts';
import { tabId, ViewTabs } from './ViewTabs.tsx';

interface PanelsProps {
  readonly chosen: string;
  onChoose(id: string): void;
}

export function Panels({ chosen, onChoose }: PanelsProps) {
  const text = useViewText();
  const { level } = useLevel();
  const hidden = useHostWishes((wishes) => wishes.hidden);
  const shown = useHostWishes((wishes) => wishes.shown);
  const config = useLabState((state) => state.config);
  // The runs beside this one are what such a link is about.
  const isCompared = useLabState(({ beside }) => beside.contenders !== undefined);
  const offered = panels.filter(({ id, isOffered }) => !hidden.has(viewName(id)) && isOffered?.(config) !== false);
  const isHidden = useLabState((state) => isAsking(state.lesson));
  useEffect(() => {
    if (!offered.some(({ id }) => id === chosen) && offered.length > 0) onChoose(offered[0].id);
  });
  const isFirst = ({ id, level: from }: Pick<Panel, 'id' | 'level'>): boolean =>
    level === 'all' ||
    from === 'first' ||
    shown.has(viewName(id)) ||
    (id === 'compare' && isCompared) ||
    (id === 'examples' && isOwnRun(config));
  const View = offered.find(({ id }) => id === chosen)?.component;
  return (
    <div className={css.panels}>
      <ViewTabs
        views={offered.map((panel) => ({ id: panel.id, title: panel.title(text), isFirst: isFirst(panel) }))}
        chosen={chosen}
        onChoose={onChoose}
      />
      {View !== undefined && (
        <div
          role="tabpanel"
          // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be within reach of the keyboard
          tabIndex={0}
          aria-labelledby={tabId(chosen)}
          className={css.panel}
          data-tells={isHidden || tellsNothing.has(chosen) ? undefined : ''}
        >
          <Part key={chosen}>{isHidden && !tellsNothing.has(chosen) ? <HiddenView /> : <View />}</Part>
        </div>
      )}
    </div>
  );
}

/** Views that tell nothing of the run, and what stands in place of the others while a question is asked. */
const tellsNothing: ReadonlySet<string> = new Set(['guide', 'glossary']);

const HiddenView = lazyPart(() => import('../lesson/HiddenView.tsx'), 'HiddenView');
