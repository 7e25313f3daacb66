// The head of the page: what is trained, by which rule, and everything else folded away.

import { useRef } from 'react';
import { OptimizerSelect } from '../controls/OptimizerSelect.tsx';
import { Lesson, ProblemSelect } from '../controls/ProblemSelect.tsx';
import { type Theme, ThemeSelect } from '../controls/ThemeSelect.tsx';
import { Control, Hideable } from '../host/Control.tsx';
import { useHostWishes } from '../host/HostContext.tsx';
import { useLabState } from '../LabContext.tsx';
import { useHasOptimizer, useHasSettings, useIsInSight } from '../level/useIsInSight.ts';
import { lazyPart, Part } from '../parts/Part.tsx';
import { useText } from '../text/TextContext.tsx';
import css from './Header.module.css';
import { Menu } from './Menu.tsx';
import { Settings } from './Settings.tsx';

const LessonSelect = lazyPart(() => import('../lesson/LessonSelect.tsx'), 'LessonSelect');

interface HeaderProps {
  readonly className?: string | undefined;
  readonly theme: Theme;
  onTheme(theme: Theme): void;
}

export function Header({ className, theme, onTheme }: HeaderProps) {
  const { page } = useText();
  const hasLessons = useHasLessons();
  const settings = useRef<HTMLElement>(null);
  const hasOptimizer = useIsInSight('optimizer', useHasOptimizer());
  const hasSettings = useIsInSight('settings', useHasSettings());
  const hasTheme = useHostWishes(({ shown }) => shown.has('theme'));
  const optimizerSelect = (
    <Control name="optimizer">
      <OptimizerSelect />
    </Control>
  );
  const themeSelect = (
    <Hideable name="theme">
      <ThemeSelect theme={theme} onChoose={onTheme} />
    </Hideable>
  );
  return (
    <header className={`${css.header} ${className}`}>
      {/* The heading itself is the page's, which has it in every layout. */}
      <span className={css.title} aria-hidden="true">
        {page.title}
      </span>
      {hasLessons && (
        <Hideable name="lessonSelect">
          <span className={css.lessonSelect}>
            <Part around={null}>
              <LessonSelect />
            </Part>
          </span>
        </Hideable>
      )}
      <Control name="problem">
        <ProblemSelect />
      </Control>
      <Hideable name="lesson">
        <Lesson className={css.lesson} />
      </Hideable>
      {hasOptimizer && optimizerSelect}
      <Hideable name="settings">
        <Settings sheet={settings} hasButton={hasSettings} />
      </Hideable>
      {hasTheme && themeSelect}
      <Hideable name="menu">
        <Menu onSettings={hasSettings ? null : () => settings.current?.showPopover()}>
          {!hasOptimizer && optimizerSelect}
          {!hasTheme && themeSelect}
        </Menu>
      </Hideable>
    </header>
  );
}

/** A frame is there for one thing: it offers lessons where its host says so, or where one is open. */
function useHasLessons(): boolean {
  const isOpen = useLabState((state) => state.lesson !== null);
  const isOffered = useHostWishes(
    ({ isEmbedded, shown }) => (parent === window && !isEmbedded) || shown.has('lessonSelect'),
  );
  return isOpen || isOffered;
}
