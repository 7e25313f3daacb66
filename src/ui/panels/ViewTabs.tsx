// The tabs of the views in one line, and a menu of all that has no tab there.

import { type KeyboardEvent, type RefObject, useLayoutEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { isModified } from '../../embed/keyUse.ts';
import { present } from '../../training/present.ts';
import { LevelSwitch } from '../level/LevelSwitch.tsx';
import { useText } from '../text/TextContext.tsx';
import { useViewText } from '../text/viewWords.ts';
import { fitTabs } from './tabFit.ts';
import css from './ViewTabs.module.css';

export interface ViewTab {
  readonly id: string;
  readonly title: string;
  /** Whether it may stand in the row. */
  readonly isFirst: boolean;
}

interface ViewTabsProps {
  readonly views: readonly ViewTab[];
  readonly chosen: string;
  onChoose(id: string): void;
}

export const tabId = (id: string): string => `tab-${id}`;

export function ViewTabs({ views, chosen, onChoose }: ViewTabsProps) {
  const text = useViewText();
  const row = useRef<HTMLDivElement>(null);
  const measure = useMeasure(row);
  const widths = views.map((view) => ({ ...view, width: measure?.widthOf(view.title) ?? 0 }));
  const inRow = fitTabs(widths, chosen, measure?.room ?? Number.POSITIVE_INFINITY);
  const others = views.filter(({ id }) => !inRow.some((tab) => tab.id === id));
  const move = (event: KeyboardEvent<HTMLElement>): void => {
    const tabs = [...event.currentTarget.querySelectorAll<HTMLElement>('[role="tab"]')];
    const next = neighbour(event, tabs);
    next?.focus();
    next?.click();
  };
  const choose = (id: string): void => {
    flushSync(() => onChoose(id));
    bringUp(present(row.current));
  };
  const chooseOther = (id: string): void => {
    choose(id);
    document.getElementById(tabId(id))?.focus();
  };
  return (
    <div className={css.line}>
      <div ref={row} role="tablist" aria-label={text.tabs} className={css.tabs} onKeyDown={move}>
        {inRow.map(({ id, title }) => (
          <button
            key={id}
            id={tabId(id)}
            type="button"
            role="tab"
            data-tab={id}
            aria-selected={id === chosen}
            tabIndex={id === chosen ? 0 : -1}
            onClick={() => choose(id)}
          >
            {title}
          </button>
        ))}
      </div>
      <MoreViews views={others} onChoose={chooseOther} />
    </div>
  );
}

/** Height of a view, in pixels, of which a reader sees that it has changed. */
const leastSeen = 160;

/** Where views lie below the edge, as on a phone, the one chosen comes up as far as the knobs above it stay in sight. */
function bringUp(row: HTMLElement): void {
  const { top, bottom } = row.getBoundingClientRect();
  const root = row.closest('[data-face]')?.parentElement;
  if (innerHeight - bottom < leastSeen) root?.scrollBy(0, top - innerHeight / 2);
}

/** The one of `items` to which an arrow key, Home, or End leads from the one in use. */
function neighbour(event: KeyboardEvent<HTMLElement>, items: readonly HTMLElement[]): HTMLElement | undefined {
  if (isModified(event)) return undefined;
  const at = items.indexOf(event.target as HTMLElement);
  switch (event.key) {
    case 'ArrowRight':
    case 'ArrowDown':
      return items[(at + 1) % items.length];
    case 'ArrowLeft':
    case 'ArrowUp':
      return items[(at - 1 + items.length) % items.length];
    case 'Home':
      return items[0];
    case 'End':
      return items.at(-1);
    default:
      return undefined;
  }
}

const menuId = 'more-views';

function MoreViews({ views, onChoose }: { readonly views: readonly ViewTab[]; onChoose(id: string): void }) {
  const { page } = useText();
  const list = useRef<HTMLDivElement>(null);
  const [isOpen, setOpen] = useState(false);
  const move = (event: KeyboardEvent<HTMLElement>): void => {
    const next = neighbour(event, [...event.currentTarget.querySelectorAll('button')]);
    if (next !== undefined) event.preventDefault();
    next?.focus();
  };
  return (
    <>
      <button
        type="button"
        popoverTarget={menuId}
        aria-haspopup="menu"
        aria-expanded={isOpen}
        onClick={({ currentTarget }) => {
          const menu = present(list.current);
          placeBeside(currentTarget, menu);
          // It has the focus as soon as it is open, before it says so: keys pressed at once are for it.
          menu.tabIndex = -1;
          menu.setAttribute('autofocus', '');
        }}
      >
        {page.more} <span aria-hidden="true">▾</span>
      </button>
      <div
        ref={list}
        id={menuId}
        popover="auto"
        role="menu"
        aria-label={page.more}
        className={css.menu}
        onKeyDown={move}
        onToggle={({ currentTarget, newState }) => {
          setOpen(newState === 'open');
          if (newState === 'open' && document.activeElement === currentTarget)
            currentTarget.querySelector('button')?.focus();
        }}
      >
        {views.map(({ id, title }) => (
          <button
            key={id}
            type="button"
            role="menuitem"
            data-tab={id}
            tabIndex={-1}
            onClick={() => {
              list.current?.hidePopover();
              onChoose(id);
            }}
          >
            {title}
          </button>
        ))}
        <LevelSwitch className={css.level} role="menuitemcheckbox" />
      </div>
    </>
  );
}

/** Puts the menu under the button or over it, wherever there is more room. */
function placeBeside(button: HTMLElement, menu: HTMLElement): void {
  const { top, bottom, right } = button.getBoundingClientRect();
  const isBelow = innerHeight - bottom > top;
  menu.style.setProperty('--right', `${innerWidth - right}px`);
  menu.style.setProperty('--top', isBelow ? `${bottom}px` : 'auto');
  menu.style.setProperty('--bottom', isBelow ? 'auto' : `${innerHeight - top}px`);
  menu.style.setProperty('--most', `${(isBelow ? innerHeight - bottom : top) - 8}px`);
}

interface Measure {
  /** Width of the row, in CSS pixels. */
  readonly room: number;
  widthOf(text: string): number;
}

/** What the row has room for, and how wide its words are; null until it is there. */
function useMeasure(row: RefObject<HTMLElement | null>): Measure | null {
  const [measure, setMeasure] = useState<Measure | null>(null);
  useLayoutEffect(() => {
    const element = present(row.current);
    const canvas = present(document.createElement('canvas').getContext('2d'));
    const look = (): void => {
      const { fontWeight, fontSize, fontFamily } = getComputedStyle(element);
      const font = `${fontWeight} ${fontSize} ${fontFamily}`;
      setMeasure({
        room: element.clientWidth,
        widthOf(text) {
          canvas.font = font;
          return Math.ceil(canvas.measureText(text).width);
        },
      });
    };
    look();
    const observer = new ResizeObserver(look);
    observer.observe(element);
    return () => observer.disconnect();
  }, [row]);
  return measure;
}
