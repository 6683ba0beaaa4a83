import type { Figure } from '../../model/figure.ts';
import { isGap, type Value } from '../../model/gap.ts';

/** Writes the numbers of one answer. */
export interface Writer {
  /** In the table and beside a mark. */
  readonly number: (value: number) => string;
  /** Two ends: “68–80 %”, “−0.4 to 0.1”. */
  readonly range: (low: number, high: number) => string;
  /** On an axis. */
  readonly tick: (value: number) => string;
  /** What stands behind the title: “share”, “USD million”; empty where the numbers say it themselves. */
  readonly unit: string;
}

/** Writes the numbers of an answer, those of an item in its own unit where each has one. */
export interface AnswerWriter extends Writer {
  readonly of: (item: string | undefined) => Writer;
}

/**
 * How the figures that are shown are written.
 *
 * @param item the one that is shown; nothing where all are
 */
export function answerWriter(
  { unit, units }: { readonly unit: string; readonly units?: Readonly<Record<string, string>> | undefined },
  figures: readonly Figure[],
  item?: string,
): AnswerWriter {
  const valuesOf = (one: string | undefined) =>
    figures.filter((figure) => one === undefined || figure.item === one).map(({ value }) => value);
  const own = new Map(
    Object.entries(units ?? {}).map(([one, its]) => [one, writerOf(its, valuesOf(one))] as const),
  );
  const whole = own.get(item ?? '') ?? writerOf(unit, valuesOf(undefined));
  return { ...whole, of: (one) => own.get(one ?? '') ?? whole };
}

/** The minus sign of typography. */
const minus = (text: string): string => (Number(text) === 0 ? text.replace('-', '') : text.replace('-', '−'));

const grouped = (value: number): string =>
  new Intl.NumberFormat('en', { maximumFractionDigits: 0 }).format(value).replace('-', '−');

/** A dash between two numbers of which neither begins with a minus. */
const ends = (low: number, high: number, write: (value: number) => string): string =>
  low < 0 || high < 0 ? `${write(low)} to ${write(high)}` : `${write(low)}–${write(high)}`;

/** How the numbers of an answer are written: shares as per cent, others with as many decimals as the largest bears. */
export function writerOf(unit: string, values: readonly Value[]): Writer {
  const most = Math.max(0, ...values.flatMap((value) => (isGap(value) ? [] : [Math.abs(value)])));
  if (unit === 'share') {
    const digits = most < 0.1 ? 2 : 1;
    const hundredths = (value: number) => minus((value * 100).toFixed(digits));
    return {
      number: (value) => `${hundredths(value)} %`,
      range: (low, high) => `${ends(low, high, hundredths)} %`,
      tick: (value) => `${minus(String(Number((value * 100).toPrecision(6))))} %`,
      unit: '',
    };
  }
  const whole = values.every((value) => isGap(value) || Number.isInteger(value));
  const digits = whole ? 0 : most >= 100 ? 1 : most >= 10 ? 2 : 3;
  const number = most >= 1000 ? grouped : (value: number) => minus(value.toFixed(digits));
  return {
    number,
    range: (low, high) => ends(low, high, number),
    tick: (value) => (Math.abs(value) >= 1000 ? grouped(value) : minus(String(Number(value.toPrecision(6))))),
    unit,
  };
}
