/** What a drawing takes its colours and letters from. All values go into presentation attributes. */
export interface Theme {
  /** Text and firm lines. */
  readonly ink: string;
  /** Secondary text, legible on `paper`, `wash`, `land` and `sea`. */
  readonly mutedInk: string;
  /** Hairlines: grids, rings, frames. */
  readonly faint: string;
  /** The ground, and the halo round letters. */
  readonly paper: string;
  /** A breath of colour on the ground: the face of the rose, bands behind lanes. */
  readonly wash: string;
  readonly land: string;
  readonly sea: string;
  readonly focalLand: string;
  /** Brass: the focal state, the needle, what is singled out. */
  readonly accent: string;
  /** Nine steps from conflict to cooperation; the fifth is neither. Told apart by every common colour vision. */
  readonly direction: readonly string[];
  /** A partner that has a weight and no direction. */
  readonly noDirection: string;
  /** The line colour of a partner, the same in every figure. */
  readonly partner: (id: string) => string;
  /** The colours of which each partner has one. */
  readonly partners: readonly string[];
  /** Labels and figures. */
  readonly font: string;
  /** Compass letters and years. */
  readonly displayFont: string;
}

/** Every colour of a theme by its name, `direction` and partner colours numbered. */
interface Colours {
  readonly ink: string;
  readonly mutedInk: string;
  readonly faint: string;
  readonly paper: string;
  readonly wash: string;
  readonly land: string;
  readonly sea: string;
  readonly focalLand: string;
  readonly accent: string;
  readonly noDirection: string;
  readonly direction: readonly string[];
  readonly partners: readonly string[];
}

const lightColours: Colours = {
  ink: '#1b2430',
  mutedInk: '#565a5c',
  faint: '#d5cbb5',
  paper: '#fbf8f1',
  wash: '#f4eddd',
  land: '#e9e0c9',
  sea: '#f1f2ec',
  focalLand: '#dcbf78',
  accent: '#8a5a0b',
  noDirection: '#8d8778',
  direction: [
    '#8f2a0c',
    '#b4461c',
    '#cf6f42',
    '#dda383',
    '#b9b09c',
    '#8fb5b2',
    '#4f949b',
    '#22707f',
    '#0d4a63',
  ],
  partners: ['#b4461c', '#a3354f', '#1f5f8b', '#2c7a6b', '#7a5195', '#8a6a12', '#4d5d6b', '#5d7a2e'],
};

const darkColours: Colours = {
  ink: '#f1eadb',
  mutedInk: '#b1b7bf',
  faint: '#34445c',
  paper: '#0f1a2a',
  wash: '#16243a',
  land: '#263751',
  sea: '#121f32',
  focalLand: '#7d6730',
  accent: '#e3b65f',
  noDirection: '#8d97a5',
  direction: [
    '#fb7b4c',
    '#ec8b64',
    '#d79b80',
    '#b59f95',
    '#8b949d',
    '#7fa8b2',
    '#63b5c2',
    '#4cc5d2',
    '#49d9e3',
  ],
  partners: ['#f08a5d', '#f08ba6', '#79b4ee', '#5fcbb0', '#c4a3ee', '#dcbc5a', '#b3c0cc', '#a9cb72'],
};

const printColours: Colours = { ...lightColours, paper: '#ffffff', wash: '#faf6ec', sea: '#f4f5f1' };

/** Partners that many dossiers share have colours of their own; the others are given one by their letters. */
const partnerOrder: Readonly<Record<string, number>> = {
  RUS: 0,
  CHN: 1,
  EU: 2,
  TUR: 3,
  USA: 4,
  UZB: 5,
  IRN: 6,
  IND: 7,
};

function partnerStep(id: string): number {
  const known = partnerOrder[id];
  if (known !== undefined) return known;
  let sum = 0;
  for (const letter of id) sum = (sum * 31 + (letter.codePointAt(0) ?? 0)) % 9973;
  return sum % lightColours.partners.length;
}

const labelFont =
  "'Source Sans 3', 'Source Sans Pro', 'Avenir Next', Avenir, 'Segoe UI', 'Noto Sans', 'Liberation Sans', 'DejaVu Sans', sans-serif";
const letterFont =
  "'Libertinus Serif', 'Iowan Old Style', 'Palatino Linotype', Palatino, 'Book Antiqua', Georgia, 'Liberation Serif', 'DejaVu Serif', serif";

/** For print: colours as hexadecimal numbers on white. */
export const paperTheme: Theme = {
  ...printColours,
  partner: (id) => printColours.partners[partnerStep(id)] ?? printColours.ink,
  font: labelFont,
  displayFont: letterFont,
};

const propertyOf = (name: string) =>
  `--mv-${name.replace(/[A-Z]/g, (capital) => `-${capital.toLowerCase()}`)}`;
const variable = (name: string) => `var(${propertyOf(name)})`;

/** For the browser: every value is a CSS custom property, so that light and dark need no second drawing. */
export const screenTheme: Theme = {
  ink: variable('ink'),
  mutedInk: variable('mutedInk'),
  faint: variable('faint'),
  paper: variable('paper'),
  wash: variable('wash'),
  land: variable('land'),
  sea: variable('sea'),
  focalLand: variable('focalLand'),
  accent: variable('accent'),
  direction: lightColours.direction.map((_, step) => variable(`direction-${step}`)),
  noDirection: variable('noDirection'),
  partner: (id) => variable(`partner-${partnerStep(id)}`),
  partners: lightColours.partners.map((_, step) => variable(`partner-${step}`)),
  font: variable('font'),
  displayFont: variable('displayFont'),
};

function properties(colours: Colours): Record<string, string> {
  const list: [string, string][] = [];
  for (const [name, value] of Object.entries(colours)) {
    if (typeof value === 'string') list.push([propertyOf(name), value]);
    else
      for (const [step, colour] of value.entries())
        list.push([`${propertyOf(name === 'partners' ? 'partner' : name)}-${step}`, colour]);
  }
  return { ...Object.fromEntries(list), '--mv-font': labelFont, '--mv-display-font': letterFont };
}

/** The custom properties of `screenTheme`, name to value: `--mv-ink`, `--mv-direction-0` … `-8`, `--mv-partner-0` … `-7`. */
export const screenColours: {
  readonly light: Readonly<Record<string, string>>;
  readonly dark: Readonly<Record<string, string>>;
} = { light: properties(lightColours), dark: properties(darkColours) };

const block = (values: Readonly<Record<string, string>>) =>
  Object.entries(values)
    .map(([name, value]) => `${name}:${value}`)
    .join(';');

/**
 * A style sheet with both sets of custom properties: dark where the system asks for it, unless `data-theme` of the
 * root says `light` or `dark`; and the mark of keyboard focus in a figure.
 */
export const screenCss = [
  `:root{color-scheme:light;${block(screenColours.light)}}`,
  `@media (prefers-color-scheme:dark){:root:not([data-theme=light]){color-scheme:dark;${block(screenColours.dark)}}}`,
  `:root[data-theme=dark]{color-scheme:dark;${block(screenColours.dark)}}`,
  '.mv-figure{max-width:100%;height:auto}',
  '.mv-figure [tabindex]{cursor:pointer;outline:none}',
  '.mv-figure [tabindex]:hover .mv-focus{stroke:var(--mv-accent);stroke-opacity:.55}',
  '.mv-figure [tabindex]:focus-visible .mv-focus{stroke:var(--mv-accent);stroke-opacity:1}',
].join('\n');

/** Which of the nine steps a direction falls in: 0 at -1, 4 about 0, 8 at 1. */
export function directionStep(direction: number): number {
  return Math.min(8, Math.max(0, Math.floor(((direction + 1) / 2) * 9)));
}

const stepWords = [
  'strongly conflictual',
  'strongly conflictual',
  'conflictual',
  'somewhat conflictual',
  'mixed',
  'somewhat cooperative',
  'cooperative',
  'strongly cooperative',
  'strongly cooperative',
] as const;

/**
 * A colour for each of several lines: its own where no other has it already, else one that is free, as long as there
 * are any.
 */
export function distinctColours(theme: Theme, ids: readonly string[]): ReadonlyMap<string, string> {
  const taken = new Map<string, string>();
  const known = ids.filter((id) => id in partnerOrder);
  for (const id of [...known, ...ids.filter((id) => !known.includes(id))]) {
    const used = new Set(taken.values());
    const own = theme.partner(id);
    taken.set(id, used.has(own) ? (theme.partners.find((colour) => !used.has(colour)) ?? own) : own);
  }
  return taken;
}

/** A direction in words. */
export const directionWord = (direction: number): string => stepWords[directionStep(direction)] ?? 'mixed';

export const directionColour = (theme: Theme, direction: number): string =>
  theme.direction[directionStep(direction)] ?? theme.noDirection;
