// Light, dark, or as the system has it. The choice is kept in memory only.

import { useEffect, useState } from 'react';
import { useText } from '../text/TextContext.tsx';
import css from './controls.module.css';

export const themes = ['system', 'light', 'dark'] as const;
export type Theme = (typeof themes)[number];

export function ThemeSelect({ initial }: { readonly initial: Theme }) {
  const { page } = useText();
  const [theme, setTheme] = useState(initial);
  useEffect(() => {
    const { dataset } = document.documentElement;
    if (theme === 'system') delete dataset.theme;
    else dataset.theme = theme;
  }, [theme]);
  return (
    <label className={css.select}>
      <span>{page.theme}</span>
      <select value={theme} onChange={(event) => setTheme(event.currentTarget.value as Theme)}>
        {themes.map((name) => (
          <option key={name} value={name}>
            {page.themes[name]}
          </option>
        ))}
      </select>
    </label>
  );
}
