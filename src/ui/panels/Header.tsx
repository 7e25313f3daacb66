// The head of the page: what is trained, by which rule, and everything else folded away.

import { OptimizerSelect } from '../controls/OptimizerSelect.tsx';
import { Lesson, ProblemSelect } from '../controls/ProblemSelect.tsx';
import { type Theme, ThemeSelect } from '../controls/ThemeSelect.tsx';
import { Control, Hideable } from '../host/Control.tsx';
import { useText } from '../text/TextContext.tsx';
import css from './Header.module.css';
import { Menu } from './Menu.tsx';
import { Settings } from './Settings.tsx';

interface HeaderProps {
  readonly className?: string | undefined;
  readonly theme: Theme;
  onTheme(theme: Theme): void;
}

export function Header({ className, theme, onTheme }: HeaderProps) {
  const { page } = useText();
  return (
    <header className={`${css.header} ${className}`}>
      {/* The heading itself is the page's, which has it in every layout. */}
      <span className={css.title} aria-hidden="true">
        {page.title}
      </span>
      <Control name="problem">
        <ProblemSelect />
      </Control>
      <Hideable name="lesson">
        <Lesson className={css.lesson} />
      </Hideable>
      <Control name="optimizer">
        <OptimizerSelect />
      </Control>
      <Hideable name="settings">
        <Settings />
      </Hideable>
      <Hideable name="theme">
        <ThemeSelect theme={theme} onChoose={onTheme} />
      </Hideable>
      <Hideable name="menu">
        <Menu />
      </Hideable>
    </header>
  );
}
