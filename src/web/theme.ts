import { useEffect, useState } from 'preact/hooks';

export type Theme = 'system' | 'light' | 'dark';

const key = 'multivector-theme';
const after: Readonly<Record<Theme, Theme>> = { system: 'light', light: 'dark', dark: 'system' };

function storedTheme(): Theme {
  const { theme } = document.documentElement.dataset;
  return theme === 'light' || theme === 'dark' ? theme : 'system';
}

/** The theme, kept in the browser; `public/theme.js` puts it on before the first paint. */
export function useTheme(): [theme: Theme, next: () => void] {
  const [theme, setTheme] = useState(storedTheme);
  useEffect(() => {
    const { dataset } = document.documentElement;
    if (theme === 'system') delete dataset.theme;
    else dataset.theme = theme;
    try {
      if (theme === 'system') localStorage.removeItem(key);
      else localStorage.setItem(key, theme);
    } catch {
      // A browser that keeps nothing forgets the choice with the page.
    }
  }, [theme]);
  return [theme, () => setTheme(after[theme])];
}
