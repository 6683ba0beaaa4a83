import { builtInActors } from '../../model/actors.ts';
import { MultivectorError } from '../../model/errors.ts';

/** Margins no further from 0 than this are 0: what is left is rounding. */
const sameMargin = 1e-9;

/** Whether a margin lies above 0. */
export const isAbove = (margin: number): boolean => margin > sameMargin;

/** Whether a margin is 0 or above. */
export const isNotBelow = (margin: number): boolean => margin > -sameMargin;

/** A state or group by its name, as it stands in a sentence. */
export const nameOf = (code: string): string => builtInActors.get(code)?.name ?? code;

/** States and groups whose names take an article. */
const articled: ReadonlySet<string> = new Set(
  'EU USA GBR ARE NLD PHL MDV BHS GMB COM SYC SLB MHL DOM CAF COD COG'.split(' '),
);

/** A name as it stands within a sentence: “the United States”. */
export const named = (code: string): string => `${articled.has(code) ? 'the ' : ''}${nameOf(code)}`;

/** The first letter as a capital, for the beginning of a sentence. */
export const sentence = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** What a finding is made about. */
export interface About {
  readonly focal: string;
  readonly partners: readonly string[];
  /** The year to compare with, where the finding compares two times. */
  readonly since?: string | undefined;
}

/** The first so many partners; two that are the same, or the focal state itself, are none. */
export function partnersOf({ focal, partners }: About, count: number, finding: string): string[] {
  const own = [...new Set(partners)].filter((partner) => partner !== focal);
  if (own.length >= count) return own.slice(0, count);
  throw new MultivectorError(
    'input',
    `${finding} is about ${count} ${count === 1 ? 'partner' : 'partners'}, not ${own.length}`,
    {
      hint: count === 1 ? 'for instance: --partner RUS' : 'for instance: --partner CHN,RUS',
    },
  );
}

/** The year that a finding compares with. */
export function sinceOf({ since }: About, finding: string): string {
  if (since !== undefined && /^(1[6-9]|20|21)\d{2}$/.test(since)) return since;
  throw new MultivectorError('input', `${finding} compares with a year, and “${since ?? ''}” is none`, {
    hint: 'for instance: --since 2009',
  });
}
