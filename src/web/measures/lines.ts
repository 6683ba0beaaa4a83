import type { Figure } from '../../model/figure.ts';
import { isGap } from '../../model/gap.ts';
import type { MeasurementAnswer } from './answers.ts';
import type { Question } from './question.ts';

/** What tells the lines of a drawing apart. */
export type Told = 'partner' | 'about' | 'item';

/** One line of a drawing, one column of the table: the figures of one partner, state or item. */
export interface Line {
  readonly id: string;
  readonly name: string;
  /** In the order of their periods. */
  readonly figures: readonly Figure[];
}

/** The figures of an answer laid out for reading. */
export interface Laid {
  readonly told: Told;
  readonly lines: readonly Line[];
  /** Oldest first. */
  readonly periods: readonly string[];
  /** What can be chosen between, where there are several, and what is chosen. */
  readonly items: readonly string[];
  readonly item: string | undefined;
  readonly states: readonly string[];
  readonly state: string | undefined;
}

/** A number in the order of periods of one kind; a window stands for its last period. */
export function periodOrder(period: string): number {
  const [year = '0', month = '0'] = (period.split(/[/–]/).at(-1) ?? period).split('-');
  return Number(year) * 100 + Number(month);
}

const distinct = (values: readonly (string | undefined)[]): string[] => [
  ...new Set(values.filter((value) => value !== undefined)),
];

/** The id of a figure within an answer, as the evidence drawer has it. */
export const figureId = ({ about, partner = '', period, item = '' }: Figure): string =>
  [about, partner, period, item].join('~');

/** The figure with that id. */
export const figureWith = (figures: readonly Figure[], id: string): Figure | undefined =>
  figures.find((figure) => figureId(figure) === id);

/**
 * Lays figures out: lines are told apart by partner where there are several, else by state, else by item; what does not
 * tell them apart is chosen.
 */
export function laidOut(answer: MeasurementAnswer, question: Pick<Question, 'item' | 'about'>): Laid {
  const { figures, names, asked, measure } = answer;
  const partners = distinct(figures.map(({ partner }) => partner));
  const abouts = distinct(figures.map(({ about }) => about));
  const everyItem = distinct(figures.map(({ item }) => item));
  // Where a figure is either of a partner or of an item, as of a state or a leg that may close, both stand side by side.
  const apart =
    figures.length > 0 &&
    everyItem.length > 0 &&
    partners.length > 0 &&
    figures.every(({ partner, item }) => (partner === undefined) !== (item === undefined));
  const drawnTogether = everyItem.length > 1 && (answer.units === undefined || measure.chart === 'dots');
  const told: Told =
    partners.length > 1 || apart
      ? 'partner'
      : abouts.length > 1
        ? 'about'
        : drawnTogether
          ? 'item'
          : partners.length === 1
            ? 'partner'
            : 'about';
  const items = told === 'item' || everyItem.length < 2 || apart ? [] : everyItem;
  const item = items.includes(question.item ?? '') ? question.item : items[0];
  const states = told === 'about' || abouts.length < 2 ? [] : abouts;
  const state = states.includes(question.about ?? '') ? question.about : states[0];
  const shown = figures.filter(
    (figure) =>
      (item === undefined || figure.item === item || figure.item === undefined) &&
      (state === undefined || figure.about === state),
  );
  const order = told === 'partner' ? asked.partners : told === 'about' ? asked.focal : [];
  const place = (id: string) => (order.includes(id) ? order.indexOf(id) : order.length);
  const lineOf = (figure: Figure) => figure[told] ?? (apart ? figure.item : undefined);
  const ids = distinct(shown.map(lineOf)).sort((a, b) => place(a) - place(b));
  return {
    told,
    items,
    item,
    states,
    state,
    periods: distinct(shown.map(({ period }) => period)).sort((a, b) => periodOrder(a) - periodOrder(b)),
    lines: ids.map((id) => ({
      id,
      name: names[id] ?? id,
      figures: shown
        .filter((figure) => lineOf(figure) === id)
        .sort((a, b) => periodOrder(a.period) - periodOrder(b.period)),
    })),
  };
}

/** The figure of a line in a period. */
export const figureIn = ({ figures }: Line, period: string): Figure | undefined =>
  figures.find((figure) => figure.period === period);

/** The last period in which most is known: of the later half of all, the latest that as many lines have as any. */
export function fullestPeriod({ lines, periods }: Pick<Laid, 'lines' | 'periods'>): string | undefined {
  const known = (period: string) =>
    lines.filter((line) => {
      const figure = figureIn(line, period);
      return figure !== undefined && !isGap(figure.value);
    }).length;
  const late = periods.slice(Math.floor(periods.length / 2));
  const most = Math.max(0, ...late.map(known));
  return late.findLast((period) => known(period) === most) ?? periods.at(-1);
}

/** The lines in the order of their values in a period, highest first; those without a figure last. */
export function ranked(lines: readonly Line[], period: string): { line: Line; figure: Figure }[] {
  const rank = ({ value }: Figure) => (isGap(value) ? Number.NEGATIVE_INFINITY : value);
  return lines
    .flatMap((line) => {
      const figure = figureIn(line, period);
      return figure ? [{ line, figure }] : [];
    })
    .sort((a, b) => {
      const [left, right] = [rank(a.figure), rank(b.figure)];
      return left === right ? 0 : right - left;
    });
}
