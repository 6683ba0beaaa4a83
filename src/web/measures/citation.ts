import type { MeasurementAnswer } from './answers.ts';
import type { Question } from './question.ts';

const basisWords = {
  dossier: 'from the dossier (reviewed records)',
  archive: 'from the archive (publishers’ data and machine-coded records, unreviewed)',
  'dossier and archive': 'from the dossier (reviewed records) and the archive (publishers’ data, unreviewed)',
} as const;

/** The same question as a line of the command line. */
export function commandLine({ measure, asked }: MeasurementAnswer, question: Question): string {
  const option = (name: string, value: string) => `--${name} ${quoted(value)}`;
  const choices = measure.choices.flatMap(({ name, kind, usual }) => {
    const value = asked.choices[name];
    if (value === undefined || value === usual) return [];
    return kind === 'boolean' ? (value === true ? [`--${name}`] : []) : [option(name, String(value))];
  });
  return [
    `multivector measure ${measure.id}`,
    option('focal', asked.focal.join(',')),
    ...(question.partners && measure.partners !== 'none'
      ? [option('partner', question.partners.join(','))]
      : []),
    ...(asked.from === undefined ? [] : [option('from', asked.from)]),
    ...(asked.to === undefined ? [] : [option('to', asked.to)]),
    ...(asked.by === measure.by[0] ? [] : [option('by', asked.by)]),
    ...choices,
  ].join(' ');
}

const quoted = (text: string): string =>
  /^[\w.,:/+-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;

/** What was asked, in a line: “Agreement: Kazakhstan with Russia and China, by session, 70 to 79”. */
function askedWords({ measure, asked, names, figures }: MeasurementAnswer): string {
  const named = (ids: readonly string[]) => ids.map((id) => names[id] ?? id).join(', ');
  const partners = figures.some(({ partner }) => partner !== undefined) ? asked.partners : [];
  const span = [asked.from && `from ${asked.from}`, asked.to && `to ${asked.to}`].filter(Boolean).join(' ');
  return `${measure.title}: ${named(asked.focal)}${partners.length > 0 ? ` with ${named(partners)}` : ''}, by ${asked.by}${span === '' ? '' : `, ${span}`}`;
}

/** How an answer is cited: what it is, who computed it from what, by which method, under which licences. */
export function citation(answer: MeasurementAnswer, question: Question, knownOn?: string): string[] {
  const { measure, asked, basis, sources, notes, version, unit } = answer;
  const chosen = measure.choices.flatMap(({ name }) => {
    const value = asked.choices[name];
    return value === undefined ? [] : [`${name} ${value}`];
  });
  return [
    `${askedWords(answer)}${unit === '' ? '' : ` (${unit})`}.`,
    `Computed by Multivector ${version} ${basisWords[basis]}${knownOn === undefined ? '' : `, as known on ${knownOn}`}.`,
    ...(chosen.length > 0 ? [`Choices: ${chosen.join('; ')}.`] : []),
    ...(measure.interval === '' ? [] : [`Interval: ${measure.interval}`]),
    ...sources.map(
      ({ reference, licence, redistributable }) =>
        `Data: ${reference} Licence: ${licence}${redistributable ? '' : ' (the data themselves may not be handed on)'}.`,
    ),
    ...measure.cite.map((reference, place) => `${place === 0 ? 'Method' : 'See also'}: ${reference}`),
    ...notes.map((note) => `Note: ${note}`),
    `Again: ${commandLine(answer, question)}`,
  ];
}

/** Data with their citation above them, in lines that begin with # as R and Python pass over them. */
export const citedData = (cite: readonly string[], csv: string): string =>
  `${cite.map((line) => `# ${line.replace(/\s+/g, ' ')}`).join('\n')}\n${csv}`;
