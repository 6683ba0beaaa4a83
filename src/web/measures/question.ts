/** What is asked in the room of measures, as its address has it. What is absent is as the measure has it by default. */
export interface Question {
  /** Id of the measure; absent: the first of the catalogue. */
  readonly measure?: string | undefined;
  /** Codes; absent: the partners of the dossier. */
  readonly partners?: readonly string[] | undefined;
  /** States beside the focal one. */
  readonly beside: readonly string[];
  readonly by?: string | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  /** Its own choices by their names. */
  readonly choices: Readonly<Record<string, string>>;
  /** Which of several things it gives is shown. */
  readonly item?: string | undefined;
  /** Which state is shown, where several are asked about. */
  readonly about?: string | undefined;
  /** Which period a drawing of dots shows; absent: the last. */
  readonly at?: string | undefined;
  /** Whether it is computed under other choices too. */
  readonly multiverse: boolean;
}

/** Nothing chosen yet. */
export const noQuestion: Question = { beside: [], choices: {}, multiverse: false };

/** Choices stand in the address with this before their names, so that they cannot be taken for anything else. */
const choicePrefix = 'choice.';

const listOf = (text: string | null): string[] => [
  ...new Set((text ?? '').split(',').filter((one) => one !== '')),
];
const textOf = (text: string | null): string | undefined => (text === null || text === '' ? undefined : text);

/** The question in the query of an address. */
export function parseQuestion(query: URLSearchParams): Question {
  const partners = listOf(query.get('partners'));
  return {
    measure: textOf(query.get('measure')),
    partners: partners.length > 0 ? partners : undefined,
    beside: listOf(query.get('beside')),
    by: textOf(query.get('by')),
    from: textOf(query.get('from')),
    to: textOf(query.get('to')),
    choices: Object.fromEntries(
      [...query].flatMap(([name, value]) =>
        name.startsWith(choicePrefix) && name.length > choicePrefix.length && value !== ''
          ? [[name.slice(choicePrefix.length), value]]
          : [],
      ),
    ),
    item: textOf(query.get('item')),
    about: textOf(query.get('about')),
    at: textOf(query.get('at')),
    multiverse: query.get('multiverse') === 'yes',
  };
}

/** The question as pairs of an address, in the order in which they stand there. */
export function formatQuestion(question: Question): [string, string | undefined][] {
  return [
    ['measure', question.measure],
    ['partners', question.partners?.join(',')],
    ['beside', question.beside.join(',')],
    ['by', question.by],
    ['from', question.from],
    ['to', question.to],
    ...Object.entries(question.choices)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, value]): [string, string] => [`${choicePrefix}${name}`, value]),
    ['item', question.item],
    ['about', question.about],
    ['at', question.at],
    ['multiverse', question.multiverse ? 'yes' : undefined],
  ];
}
