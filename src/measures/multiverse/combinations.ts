import { MultivectorError } from '../../model/errors.ts';
import type { By } from '../measure.ts';
import type {
  Alternative,
  Combination,
  Combinations,
  MeasureAlternative,
  MeasureHead,
  Picks,
  Universe,
  Wanted,
} from './universe.ts';

/**
 * Every combination of a universe's alternatives that no rule leaves out, and the headline, which no rule leaves out.
 *
 * @param heads the measures that there are
 * @throws MultivectorError `input` where the universe has not the measure that is wanted, or there is none
 */
export function combinationsOf(
  given: Universe,
  heads: readonly MeasureHead[],
  wanted: Wanted = {},
): Combinations {
  const universe = withAsked(given, wanted);
  const known = universe.measures.flatMap((measure) => {
    const head = heads.find(({ id }) => id === measure.value);
    return head ? [{ measure, head }] : [];
  });
  const first = known.find(({ measure }) => measure.value === (wanted.measure ?? known[0]?.measure.value));
  if (!first)
    throw new MultivectorError('input', `${wanted.measure ?? 'no measure'} does not answer the finding`, {
      hint: `there are: ${known.map(({ measure }) => measure.value).join(', ')}`,
    });

  const all = new Map<string, Combination>();
  const leftOut = new Map<string, number>();
  const leave = (because: string) => leftOut.set(because, (leftOut.get(because) ?? 0) + 1);
  const headline = usualOf(first.measure, first.head, universe, wanted, first.measure);
  for (const { measure, head } of known) {
    const usual = usualOf(measure, head, universe, wanted, first.measure);
    const stranger = fixedOf(universe, wanted).find(([name]) => !(name in head.choices.shape));
    for (const picks of products(openOf(measure, head, universe))) {
      const one = combination(measure, head, universe, wanted, picks, usual.picks, first.measure);
      if (one.id === headline.id) continue;
      const rule = stranger
        ? `${measure.words} cannot be asked with ${stranger[0]} ${stranger[1]}`
        : universe.exclusions.find(({ excludes }) => excludes(picks))?.because;
      if (rule === undefined) all.set(one.id, one);
      else leave(rule);
    }
  }
  all.set(headline.id, headline);
  return {
    headline,
    all: [...all.values()].sort((a, b) => (a.id < b.id ? -1 : 1)),
    leftOut: [...leftOut].map(([because, count]) => ({ because, count })),
    universe,
  };
}

/** The universe with each alternative once, in which what was asked is an alternative too. */
function withAsked(universe: Universe, { by, choices = {} }: Wanted): Universe {
  return {
    ...universe,
    measures: once(universe.measures),
    windows: once(universe.windows),
    by: once([...universe.by, ...(by === undefined ? [] : [asked(by)])]),
    choices: universe.choices.map((choice) => {
      const value = choices[choice.name];
      const known = typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
      return { ...choice, alternatives: once([...choice.alternatives, ...(known ? [asked(value)] : [])]) };
    }),
  };
}

const asked = <Setting extends string | number | boolean>(value: Setting): Alternative<Setting> => ({
  value,
  words: String(value),
  because: 'it was asked for',
});

/** Each value once, the first of it. */
const once = <One extends Alternative>(alternatives: readonly One[]): One[] =>
  alternatives.filter(
    ({ value }, i) => alternatives.findIndex((one) => String(one.value) === String(value)) === i,
  );

/** What was asked for and is no open choice: it is the question itself, the same for all. */
const fixedOf = (universe: Universe, { choices = {} }: Wanted): [string, unknown][] =>
  Object.entries(choices).filter(
    ([name, value]) => value !== undefined && !universe.choices.some((choice) => choice.name === name),
  );

/** The choices that a measure leaves open, with the alternatives that it knows. */
function openOf(measure: MeasureAlternative, head: MeasureHead, universe: Universe): [string, string[]][] {
  const choices = universe.choices.flatMap(({ name, alternatives }): [string, string[]][] => {
    const schema = head.choices.shape[name];
    if (!schema || (measure.choices && name in measure.choices)) return [];
    const accepted = alternatives.filter(({ value, unset }) =>
      accepts(head, name, unset ? undefined : value),
    );
    return accepted.length > 0 ? [[name, accepted.map(({ value }) => String(value))]] : [];
  });
  return [
    ['measure', [measure.value]],
    ['by', universe.by.map(({ value }) => value).filter((by) => head.by.includes(by))],
    ['window', universe.windows.map(({ value }) => String(value))],
    ...choices,
  ];
}

const accepts = ({ choices }: MeasureHead, name: string, value: unknown): boolean =>
  (choices.shape[name] as { safeParse(value: unknown): { success: boolean } }).safeParse(value).success;

/** Where a measure stands if nothing is said: as asked, else by its own default, else by the first alternative. */
function usualOf(
  measure: MeasureAlternative,
  head: MeasureHead,
  universe: Universe,
  wanted: Wanted,
  first: MeasureAlternative,
): Combination {
  const picks = Object.fromEntries(
    openOf(measure, head, universe).flatMap(([name, values]) => {
      const isOpen = universe.choices.some((choice) => choice.name === name); // a measure may have a `window` of its own
      const likely = (
        isOpen
          ? [wanted.choices?.[name], defaultOf(head, name)]
          : name === 'by'
            ? [wanted.by, head.by[0]]
            : []
      ).map(String);
      const value = likely.find((one) => values.includes(one)) ?? values[0];
      return value === undefined ? [] : [[name, value]];
    }),
  );
  return combination(measure, head, universe, wanted, picks, picks, first);
}

const defaultOf = ({ choices }: MeasureHead, name: string): unknown =>
  (choices.shape[name] as { safeParse(value: unknown): { data?: unknown } }).safeParse(undefined).data;

function combination(
  measure: MeasureAlternative,
  head: MeasureHead,
  universe: Universe,
  wanted: Wanted,
  picks: Picks,
  usual: Picks,
  first: MeasureAlternative,
): Combination {
  const picked = universe.choices.flatMap(({ name, alternatives }) => {
    const one = alternatives.find(({ value }) => String(value) === picks[name]);
    return one && !one.unset ? [[name, one.value] as const] : [];
  });
  const fixed = fixedOf(universe, wanted).filter(([name]) => name in head.choices.shape);
  const sorted = Object.entries(picks).sort(([a], [b]) => (a < b ? -1 : 1));
  return {
    id: `${measure.value} ${sorted
      .filter(([name]) => name !== 'measure')
      .map(([name, value]) => `${name}=${value}`)
      .join(' ')}`,
    picks,
    measure,
    by: picks.by as By,
    window: Number(picks.window),
    choices: { ...measure.choices, ...Object.fromEntries(fixed), ...Object.fromEntries(picked) },
    departures: [
      ...(measure.value === first.value ? [] : ['measure']),
      ...sorted.filter(([name, value]) => usual[name] !== value).map(([name]) => name),
    ],
  };
}

/** Every way of taking one value for each name. */
function products(lists: readonly (readonly [string, readonly string[]])[]): Picks[] {
  return lists.reduce<Picks[]>(
    (all, [name, values]) => all.flatMap((picks) => values.map((value) => ({ ...picks, [name]: value }))),
    [{}],
  );
}
