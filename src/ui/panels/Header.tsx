// The head of the page: what is trained, by which rule, and everything else folded away.

import { OptimizerSelect } from '../controls/OptimizerSelect.tsx';
import { Lesson, ProblemSelect } from '../controls/ProblemSelect.tsx';
import { type Theme, ThemeSelect } from '../controls/ThemeSelect.tsx';
import { useText } from '../text/TextContext.tsx';
import css from './Header.module.css';
import { Settings } from './Settings.tsx';

export function Header({ className, theme }: { readonly className?: string | undefined; readonly theme: Theme }) {
  const { page } = useText();
  return (
    <header className={`${css.header} ${className}`}>
      {/* The heading itself is the page's, which has it in every layout. */}
      <span className={css.title} aria-hidden="true">
        {page.title}
      </span>
      <ProblemSelect />
      <Lesson className={css.lesson} />
      <OptimizerSelect />
      <Settings />
      <ThemeSelect initial={theme} />
    </header>
  );
}
