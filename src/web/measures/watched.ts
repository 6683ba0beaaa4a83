import type { Figure } from '../../model/figure.ts';
import { gap, isGap } from '../../model/gap.ts';
import type { MeasurementAnswer } from './answers.ts';
import { figureId, periodOrder } from './lines.ts';
import type { Question } from './question.ts';

/** What the drawer shows of a point of a series that is watched begins with this, so that it is not taken for a figure of the measure. */
const watchedPrefix = 'watched~';

/** The id of a point of a watched series. */
export const watchedId = (figure: Figure): string => `${watchedPrefix}${figureId(figure)}`;

/** The id of a figure among those of the watched measure; nothing where it is one of the measure itself. */
export const idWithin = (id: string): string | undefined =>
  id.startsWith(watchedPrefix) ? id.slice(watchedPrefix.length) : undefined;

/** The question whose answer is the series that an answer is about. */
export const questionOfWatched = (answer: MeasurementAnswer, question: Question): Question => ({
  measure: answer.about?.measure,
  partners: question.partners,
  beside: question.beside,
  by: answer.asked.by,
  from: question.from,
  to: question.to,
  choices: Object.fromEntries(
    Object.entries(answer.about?.choices ?? {}).map(([name, value]) => [name, String(value)]),
  ),
  multiverse: false,
});

/** A series that is watched, and what is found about it. */
export interface WatchedSeries {
  readonly key: string;
  readonly name: string;
  /** Of a partner, or of the state itself, for its colour. */
  readonly whose: string;
  /** The watched points, oldest first; a number of records where that is watched. */
  readonly points: readonly Figure[];
  /** What the measure says about it, oldest first. */
  readonly found: readonly Figure[];
}

const keyOf = ({ about, partner, item }: Figure): string =>
  JSON.stringify([about, partner ?? null, item ?? null]);

const oldestFirst = (figures: readonly Figure[]): Figure[] =>
  figures.toSorted((a, b) => periodOrder(a.period) - periodOrder(b.period));

const hasNumber = ({ value }: Figure): boolean => !isGap(value);

/** How far the found figures of a series go: those with the most to look at come first. */
const reach = ({ found }: WatchedSeries): number =>
  Math.max(-1, ...found.flatMap(({ value }) => (isGap(value) ? [] : [Math.abs(value)])));

/**
 * The series that an answer is about, each with what the answer says of it.
 *
 * @param byReach those of which most is said first; else in the order asked
 */
export function seriesWatched(
  answer: MeasurementAnswer,
  watched: MeasurementAnswer,
  { state, byReach }: { readonly state: string | undefined; readonly byReach: boolean },
): WatchedSeries[] {
  const { about } = answer;
  const chosen = watched.figures.filter(
    (figure) =>
      (about?.item === undefined || figure.item === about.item) &&
      (state === undefined || figure.about === state),
  );
  const names = { ...watched.names, ...answer.names };
  const severalStates = new Set(chosen.map((one) => one.about)).size > 1;
  const severalItems = new Set(chosen.map((one) => one.item)).size > 1;
  const all = [...new Set(chosen.map(keyOf))].flatMap((key): WatchedSeries[] => {
    const figures = chosen.filter((figure) => keyOf(figure) === key);
    const [first] = figures;
    if (!first) return [];
    const { about: whose, partner, item } = first;
    return [
      {
        key,
        whose: partner ?? whose,
        name: [
          severalStates || partner === undefined ? (names[whose] ?? whose) : undefined,
          partner === undefined ? undefined : (names[partner] ?? partner),
          severalItems && item !== undefined ? (names[item] ?? item) : undefined,
        ]
          .filter((part) => part !== undefined)
          .join(', '),
        points: oldestFirst(
          about?.points === 'n'
            ? figures.map(({ interval: _, ...figure }) => ({
                ...figure,
                value: hasNumber(figure) ? figure.n : gap('no-records'),
              }))
            : figures,
        ),
        found: oldestFirst(answer.figures.filter((figure) => keyOf(figure) === key)),
      },
    ];
  });
  return byReach ? all.toSorted((a, b) => reach(b) - reach(a)) : all;
}
