import { dateWords } from '../../model/date.ts';
import { type DossierAnswer, pathOf } from '../api.ts';
import { Go, useNavigation } from '../navigation.tsx';
import { type Theme, useTheme } from '../theme.ts';
import { Menu } from './menu.tsx';
import { Rooms } from './rooms.tsx';

const formats: Readonly<Record<string, readonly [name: string, ending: string]>> = {
  pdf: ['PDF', '.pdf'],
  docx: ['Word', '.docx'],
  html: ['Web page', '.html'],
  md: ['Markdown', '.md'],
};

const themePaths: Readonly<Record<Theme, string>> = {
  system: 'M10 2.500a7.500 7.500 0 0 0 0 15z',
  light: 'M10 5.500a4.500 4.500 0 1 0 0 9a4.500 4.500 0 1 0 0-9z',
  dark: 'M8 3.200A7 7 0 1 0 16.800 12A6 6 0 0 1 8 3.200z',
};

/** Who it is about, and what concerns the whole page: the day, the brief, the theme, help. */
export function Masthead({ dossier, year }: { dossier: DossierAnswer; year: number }) {
  return (
    <header class="masthead">
      <div class="title">
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
        <h1>{dossier.focal.name}</h1>
      </div>
      <Rooms />
      <Tools dossier={dossier} year={year} />
    </header>
  );
}

function Tools({ dossier, year }: { dossier: DossierAnswer; year: number }) {
  const { address, go } = useNavigation();
  const [theme, nextTheme] = useTheme();
  const knownOn = address.knownOn ?? dossier.asKnownOn;
  return (
    <div class="tools">
      {dossier.dossiers.length > 1 ? (
        <label class="tool">
          <span class="hidden">State</span>
          <select
            value={dossier.focal.id}
            onChange={(event) =>
              go({
                focal: event.currentTarget.value,
                year: undefined,
                open: undefined,
                partner: undefined,
                knownOn: undefined,
              })
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
      <Menu summary={<>Known {knownOn === undefined ? 'today' : `on ${dateWords(knownOn)}`}</>}>
        <label class="field">
          <span>The dossier as known on</span>
          <input
            type="date"
            value={knownOn ?? ''}
            min={dossier.knownSince}
            onChange={(event) => go({ knownOn: event.currentTarget.value || undefined, open: undefined })}
          />
        </label>
        <p class="note">Rebuilt from the dossier’s history: what was not known by then is not there.</p>
        {address.knownOn === undefined ? null : (
          <button type="button" onClick={() => go({ knownOn: undefined })}>
            Back to today
          </button>
        )}
      </Menu>
      <Menu summary="Brief">
        <p class="note">A footnoted brief on {year}, every sentence with its source.</p>
        <ul>
          {dossier.briefs.map((format) => {
            const [name, ending] = formats[format] ?? [format, ''];
            return (
              <li key={format}>
                <a href={pathOf(address, 'brief', { format, year })} download>
                  {name} <small>{ending}</small>
                </a>
              </li>
            );
          })}
        </ul>
      </Menu>
      <button
        type="button"
        class="round"
        aria-label={`Theme: ${theme}; change it`}
        title={`Theme: ${theme}`}
        onClick={nextTheme}
      >
        <svg viewBox="0 0 20 20" width="18" height="18" aria-hidden="true">
          <path d={themePaths[theme]} />
          {theme === 'dark' ? null : <circle cx="10" cy="10" r={theme === 'system' ? 7.5 : 4.5} />}
          {theme === 'light' ? (
            <path
              class="rays"
              d="M10 .800v2.400M10 16.800v2.400M.800 10h2.400M16.800 10h2.400M3.500 3.500l1.700 1.700M14.800 14.800l1.700 1.700M3.500 16.500l1.700-1.700M14.800 5.200l1.700-1.700"
            />
          ) : null}
        </svg>
      </button>
      <Go to={{ open: 'help' }} className="round help" label="Help: how to read this page, and its keys">
        ?
      </Go>
    </div>
  );
}
