// The tabs of the page and the view that is chosen.

import { type KeyboardEvent, useEffect, useRef } from 'react';
import { isModified } from '../../embed/keyUse.ts';
import { viewName } from '../../embed/names.ts';
import { present } from '../../training/present.ts';
import { useHostWishes } from '../host/HostContext.tsx';
import { useLabState } from '../LabContext.tsx';
import { Part } from '../parts/Part.tsx';
import { useViewText } from '../text/viewWords.ts';
import css from './Panels.module.css';
import { panels } from './panelList.ts';

interface PanelsProps {
  readonly chosen: string;
  onChoose(id: string): void;
}

const tabId = (id: string): string => `tab-${id}`;

export function Panels({ chosen, onChoose }: PanelsProps) {
  const text = useViewText();
  const hidden = useHostWishes((wishes) => wishes.hidden);
  const config = useLabState((state) => state.config);
  const offered = panels.filter(({ id, isOffered }) => !hidden.has(viewName(id)) && isOffered?.(config) !== false);
  const list = useRef<HTMLDivElement>(null);
  useVisibleChoice(list, chosen, onChoose);
  useEffect(() => {
    if (!offered.some(({ id }) => id === chosen) && offered.length > 0) onChoose(offered[0].id);
  });
  const move = (event: KeyboardEvent<HTMLElement>): void => {
    if (isModified(event)) return;
    const way = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (way === undefined) return;
    const tabs = visibleTabs(event.currentTarget);
    const next = tabs[(tabs.indexOf(event.target as HTMLElement) + way + tabs.length) % tabs.length];
    next?.focus();
    next?.click();
  };
  const View = offered.find(({ id }) => id === chosen)?.component;
  return (
    <div className={css.panels}>
      <div ref={list} role="tablist" aria-label={text.tabs} className={css.tabs} onKeyDown={move}>
        {offered.map(({ id, title }) => (
          <button
            key={id}
            id={tabId(id)}
            type="button"
            role="tab"
            data-tab={id}
            aria-selected={id === chosen}
            tabIndex={id === chosen ? 0 : -1}
            onClick={() => onChoose(id)}
          >
            {title(text)}
          </button>
        ))}
      </div>
      {View !== undefined && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be within reach of the keyboard
        <div role="tabpanel" tabIndex={0} aria-labelledby={tabId(chosen)} className={css.panel}>
          <Part key={chosen}>
            <View />
          </Part>
        </div>
      )}
    </div>
  );
}

const visibleTabs = (list: HTMLElement): HTMLElement[] =>
  [...list.querySelectorAll<HTMLElement>('[role="tab"]')].filter((tab) => tab.offsetWidth > 0);

/** The style sheet decides which tabs a layout has; when the chosen one goes, the first of the others is chosen. */
function useVisibleChoice(
  list: React.RefObject<HTMLDivElement | null>,
  chosen: string,
  onChoose: (id: string) => void,
): void {
  const choose = useRef(onChoose);
  useEffect(() => {
    choose.current = onChoose;
  });
  useEffect(() => {
    const element = present(list.current);
    const observer = new ResizeObserver(() => {
      const tabs = visibleTabs(element);
      if (tabs.length > 0 && !tabs.some((tab) => tab.dataset.tab === chosen))
        choose.current(present(tabs[0].dataset.tab));
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, [list, chosen]);
}
