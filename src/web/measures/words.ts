import { type Gap, type GapReason, type Interval, isGap } from '../../model/gap.ts';
import type { MeasurementAnswer } from './answers.ts';
import type { Writer } from './written.ts';

export const basisTitle: Readonly<Record<MeasurementAnswer['basis'], string>> = {
  dossier: 'from the dossier, reviewed',
  archive: 'from the archive, not reviewed',
  'dossier and archive': 'from dossier and archive',
};

/** “0.58–0.66”; nothing where there is none. */
export const intervalWords = (interval: Interval | Gap | undefined, write: Writer): string =>
  interval === undefined || isGap(interval) || interval.low === null || interval.high === null
    ? ''
    : write.range(interval.low, interval.high);

/** “Session 74”, “2019”, “2019-06”. */
export const periodWords = (period: string, by: MeasurementAnswer['asked']['by']): string =>
  by === 'session' ? `Session ${period} (${sessionYears(period)})` : period;

/** A session begins in September: the 74th in 2019. */
const sessionYears = (session: string): string => {
  const number = Number(session.split(/[/–]/).at(-1));
  return Number.isInteger(number) ? `${number + 1945}/${String((number + 1946) % 100).padStart(2, '0')}` : '';
};

/** Why there is no figure, short enough for a cell. */
export const gapShort: Readonly<Record<GapReason, string>> = {
  'no-records': 'no records',
  'too-few-records': 'too few',
  'not-covered': 'not covered',
  'not-applicable': 'does not apply',
  confidential: 'withheld',
  unknown: 'not known',
};

export const methodWords: Readonly<Record<Interval['method'], string>> = {
  bootstrap: 'by bootstrap',
  jeffreys: 'by Jeffreys’ prior',
  'monte-carlo': 'by simulation',
  bounds: 'bounds of what is not known',
};

/** `unsc-members` as a reader would write it: “Unsc members”. */
export const choiceTitle = (name: string): string => {
  const words = name.replaceAll('-', ' ');
  return words.slice(0, 1).toUpperCase() + words.slice(1);
};

/** A code as its help spells it out: `me` is “Middle East” where the help says “me Middle East, nu nuclear weapons”. */
export function optionWords(value: string, about: string): string {
  if (value.length > 3) return value.replaceAll('-', ' ');
  const said = new RegExp(`(?:^|[:;,] )${value} ([^,;]+)`).exec(about)?.[1];
  return said === undefined ? value : said.slice(0, 1).toUpperCase() + said.slice(1);
}
