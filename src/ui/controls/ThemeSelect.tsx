// Light, dark, or as the system has it.

import { useText } from '../text/TextContext.tsx';
import css from './controls.module.css';

export const themes = ['system', 'light', 'dark'] as const;
export type Theme = (typeof themes)[number];

interface ThemeSelectProps {
  readonly theme: Theme;
  onChoose(theme: Theme): void;
}

export function ThemeSelect({ theme, onChoose }: ThemeSelectProps) {
  const { page } = useText();
  return (
    <label className={css.select}>
      <span>{page.theme}</span>
      <select value={theme} onChange={(event) => onChoose(event.currentTarget.value as Theme)}>
        {themes.map((name) => (
          <option key={name} value={name}>
            {page.themes[name]}
          </option>
        ))}
      </select>
    </label>
  );
}
