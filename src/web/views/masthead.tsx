import { useEffect, useState } from 'preact/hooks';
import { type DossierAnswer, pathOf } from '../api.ts';
import { Go, useNavigation } from '../navigation.tsx';

type Theme = 'system' | 'light' | 'dark';
const themes: readonly Theme[] = ['system', 'light', 'dark'];

const key = 'multivector-theme';

function storedTheme(): Theme {
  const { theme } = document.documentElement.dataset;
  return theme === 'light' || theme === 'dark' ? theme : 'system';
}

function useTheme(): [Theme, (theme: Theme) => void] {
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
  return [theme, setTheme];
}

const formatNames: Readonly<Record<string, string>> = {
  pdf: 'PDF',
  docx: 'Word',
  html: 'Web page',
  md: 'Markdown',
};

/** Who it is about, and what concerns the whole page: the day, the brief, the theme, help. */
export function Masthead({ dossier, year }: { dossier: DossierAnswer; year: number }) {
  const { address, go } = useNavigation();
  const [theme, setTheme] = useTheme();
  return (
    <header class="masthead">
      <p class="wordmark">
        <svg viewBox="0 0 32 32" width="26" height="26" aria-hidden="true">
          <circle cx="16" cy="16" r="14.8" class="ring" />
          <path
            class="dark"
            d="M16 2l2.700 11.300L16 16zM16 30l-2.700-11.300L16 16zM2 16l11.300-2.700L16 16zM30 16l-11.300 2.700L16 16z"
          />
          <path
            class="lit"
            d="M16 2l-2.700 11.300L16 16zM16 30l2.700-11.300L16 16zM2 16l11.300 2.700L16 16zM30 16l-11.300-2.700L16 16z"
          />
        </svg>
        Multivector
      </p>
      <div class="tools">
        {dossier.dossiers.length > 1 ? (
          <label class="tool">
            <span>State</span>
            <select
              value={dossier.focal.id}
              onChange={(event) =>
                go({ focal: event.currentTarget.value, year: undefined, open: undefined, partner: undefined })
              }
            >
              {dossier.dossiers.map(({ focal, name }) => (
                <option key={focal} value={focal}>
                  {name}
                </option>
              ))}
            </select>
          </label>
        ) : null}
        <label class="tool">
          <span>As known on</span>
          <input
            type="date"
            value={address.knownOn ?? dossier.asKnownOn ?? ''}
            min={dossier.knownSince}
            onChange={(event) => go({ knownOn: event.currentTarget.value || undefined })}
          />
        </label>
        <details class="tool menu">
          <summary>Brief</summary>
          <ul>
            {dossier.briefs.map((format) => (
              <li key={format}>
                <a href={pathOf(address, 'brief', { format, year })} download>
                  {formatNames[format] ?? format}
                </a>
              </li>
            ))}
          </ul>
        </details>
        <fieldset class="tool themes">
          <legend class="hidden">Theme</legend>
          {themes.map((one) => (
            <label key={one} class={one === theme ? 'chosen' : undefined}>
              <input
                type="radio"
                name="theme"
                class="hidden"
                checked={one === theme}
                onChange={() => setTheme(one)}
              />
              {one}
            </label>
          ))}
        </fieldset>
        <Go to={{ open: 'help' }} className="tool help" label="Help: how to read this page, and its keys">
          ?
        </Go>
      </div>
    </header>
  );
}
