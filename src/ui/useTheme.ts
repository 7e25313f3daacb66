// The theme in force: the host's, until the reader chooses another or the host says another one. Kept in memory only.

import { useEffect, useState } from 'react';
import type { Theme } from './controls/ThemeSelect.tsx';

export function useTheme(wanted: Theme): readonly [Theme, (theme: Theme) => void] {
  const [theme, setTheme] = useState(wanted);
  useEffect(() => setTheme(wanted), [wanted]);
  useEffect(() => {
    const { dataset } = document.documentElement;
    if (theme === 'system') delete dataset.theme;
    else dataset.theme = theme;
  }, [theme]);
  return [theme, setTheme];
}
