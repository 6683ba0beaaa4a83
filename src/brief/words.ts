import { type Gap, gapWords, type Interval, isGap } from '../model/gap.ts';

/** A narrow space at which no line is broken. */
export const hard = '\u202f';
const minus = '−';

/** A share as whole per cent: “51 %”; what is not nothing is never “0 %”, but “under 1 %”, or “<1 %” in a table. */
export function percent(share: number, short = false): string {
  const whole = Math.round(share * 100);
  return whole === 0 && share !== 0
    ? `${short ? '<' : `under${hard}`}1${hard}%`
    : `${signless(whole)}${hard}%`;
}

const signless = (x: number): string => (x < 0 ? `${minus}${Math.abs(x)}` : String(x));

/** A number of two significant figures, and never more than two decimals. */
export function twoFigures(x: number): string {
  const size = Math.abs(x);
  const text =
    size >= 100
      ? Number(size.toPrecision(2)).toLocaleString('en')
      : size >= 10
        ? size.toFixed(0)
        : size >= 1
          ? size.toPrecision(2)
          : size.toFixed(2);
  return x < 0 && Number(text) !== 0 ? `${minus}${text}` : text;
}

/** A position or a direction with its sign. */
export const signed = (x: number): string => {
  const text = twoFigures(x);
  return text.startsWith(minus) || Number(text) === 0 ? text : `+${text}`;
};

/** “90 % interval 14 to 87 %”, or nothing where there is none. */
export function intervalWords(
  interval: Interval | Gap,
  kind: 'share' | 'number' | 'signed',
  short = false,
): string {
  if (isGap(interval)) return '';
  const write = kind === 'signed' ? signed : twoFigures;
  const ends =
    kind === 'share'
      ? `${Math.round(interval.low * 100)} to ${Math.round(interval.high * 100)}${hard}%`
      : `${write(interval.low)} to ${write(interval.high)}`;
  return short ? ends : `${Math.round(interval.level * 100)}${hard}% interval ${ends}`;
}

/** A value with its interval in brackets: “51 % (90 % interval 14 to 87 %)”. */
export const withInterval = (value: string, interval: string): string =>
  interval === '' ? value : `${value} (${interval})`;

/** “a”, “a and b”, “a, b and c”. */
export function listWords(words: readonly string[], and = 'and'): string {
  if (words.length < 2) return words[0] ?? '';
  return `${words.slice(0, -1).join(', ')} ${and} ${words.at(-1)}`;
}

export const gapText = ({ gap, because }: Gap): string => because ?? gapWords[gap];

const cardinals = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];

/** Small counts as words: “three of five”. */
export const countWords = (count: number): string => cardinals[count] ?? String(count);

export const counted = (count: number, one: string, many = `${one}s`): string =>
  `${countWords(count)} ${count === 1 ? one : many}`;

/** A name as it stands in a sentence: “the European Union”. */
export const inProse = (name: string): string =>
  /^United |^European |(Union|Federation|Kingdom|States|Emirates|Republic|Islands|Organi[sz]ation|Netherlands|Philippines)$/.test(
    name,
  ) && !/^the /i.test(name)
    ? `the ${name}`
    : name;

export const capitalised = (text: string): string => {
  const [first = ''] = text;
  return first.toLocaleUpperCase('en') + text.slice(first.length);
};

/** A title as it stands within a sentence: its first letter small, unless a name or an abbreviation follows. */
export const midSentence = (title: string): string =>
  /^[A-Z][a-z]+(?![\w]| [A-Z])/.test(title) ? title.charAt(0).toLowerCase() + title.slice(1) : title;
