import { type DateText, parseDate } from '../../model/date.ts';

/** Months by their number, as they stand in a date: English, Russian, Kazakh, German, French, Spanish, Turkish. */
const months = [
  'january jan январь января янв қаңтар januar jänner janvier enero ocak',
  'february feb февраль февраля фев ақпан februar février fevrier febrero şubat',
  'march mar март марта мар наурыз märz mars marzo mart',
  'april apr апрель апреля апр сәуір avril abril nisan',
  'may май мая мамыр mai mayo mayıs',
  'june jun июнь июня июн маусым juni juin junio haziran',
  'july jul июль июля июл шілде juli juillet julio temmuz',
  'august aug август августа авг тамыз août aout agosto ağustos',
  'september sept sep сентябрь сентября сен сент қыркүйек septembre septiembre eylül',
  'october oct октябрь октября окт қазан oktober okt octobre octubre ekim',
  'november nov ноябрь ноября ноя нояб қараша novembre noviembre kasım',
  'december dec декабрь декабря дек желтоқсан dezember dez décembre decembre diciembre aralık',
];
const monthNumbers = new Map(
  months.flatMap((names, i) => names.split(' ').map((name) => [name, i + 1] as const)),
);

const two = (n: number | string): string => String(n).padStart(2, '0');
const day = (year: string, month: string | number, date: string): DateText | undefined =>
  date === '' ? `${year}-${two(month)}` : `${year}-${two(month)}-${two(date)}`;

const weekday = String.raw`(?:\p{L}{2,12}\.?,?\s+)?`;
const time = String.raw`(?:(?:,|\s|T| at | в | um )\s*\d{1,2}[:.]\d{2}(?:[:.]\d{2}(?:[.,]\d+)?)?\s*(?:[ap]\.?m\.?)?\s*(?:Z|[A-Z]{1,5}|(?:GMT|UTC)?\s*[+-]\d{1,2}:?(?:\d{2})?)?(?:\s*\([^()]*\))?)?`;
const year = String.raw`(\d{4})(?:\s*(?:г\.?|года|год))?`;
const whole = (pattern: string): RegExp => new RegExp(`^${pattern}${time}$`, 'iu');

const byName = (y = '', name = '', date = ''): DateText | undefined => {
  const month = monthNumbers.get(name.toLowerCase());
  return month === undefined ? undefined : day(y, month, date);
};
/** Which of 02/03/2023 is the month cannot be told; of 28/02/2023 it can. */
const bySlash = (a = '', b = '', y = ''): DateText | undefined =>
  Number(a) > 12 ? day(y, b, a) : Number(b) > 12 || a === b ? day(y, a, b) : undefined;
/** In a mail's date the year may have two digits. */
const fullYear = (y: string): string => (y.length === 4 ? y : `${Number(y) < 70 ? '20' : '19'}${y}`);

const forms: readonly (readonly [RegExp, (...parts: string[]) => DateText | undefined])[] = [
  [whole(String.raw`(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})`), (y = '', m = '', d = '') => day(y, m, d)],
  [/^(\d{4})(\d{2})(\d{2})(?:T?\d{4,6}Z?)?$/, (y = '', m = '', d = '') => day(y, m, d)],
  [whole(String.raw`(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})`), (d = '', m = '', y = '') => day(y, m, d)],
  [whole(String.raw`(\d{1,2})\/(\d{1,2})\/(\d{4})`), bySlash],
  [
    whole(String.raw`(\d{4})\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*日`),
    (y = '', m = '', d = '') => day(y, m, d),
  ],
  [
    whole(
      String.raw`${weekday}(\d{1,2})(?:st|nd|rd|th|er|\.)?(?:\s+(?:of|de))?[\s-]+(\p{L}{3,12})\.?,?(?:\s+de)?[\s-]+${year}`,
    ),
    (d = '', name = '', y = '') => byName(y, name, d),
  ],
  [
    whole(String.raw`${weekday}(\p{L}{3,12})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+${year}`),
    (name = '', d = '', y = '') => byName(y, name, d),
  ],
  [
    whole(String.raw`(\d{4})\s+(?:жылғы|жылдың)\s+(\d{1,2})\s+(\p{L}{3,12})`),
    (y = '', d = '', name = '') => byName(y, name, d),
  ],
  [
    whole(String.raw`${weekday}(\d{1,2})\s+(\p{L}{3})\s+(\d{2})`),
    (d = '', name = '', y = '') => byName(fullYear(y), name, d),
  ],
  [whole(String.raw`(\p{L}{3,12})\.?,?\s+${year}`), (name = '', y = '') => byName(y, name)],
];

/**
 * The date that a text is, whole: `2023-02-28T23:30:00+06:00`, `28 February 2023`, `Tue, 28 Feb 2023 10:00:00 GMT`,
 * `28 февраля 2023 г.`. It is the day as it is written, wherever that was midnight. Nothing where it is no date, or
 * could be two (02/03/2023).
 */
export function dateOf(text: string): DateText | undefined {
  const one = text.trim().replace(/\s+/g, ' ');
  if (one.length > 80) return undefined;
  if (/^\d{4}/.test(one) || one.startsWith('..')) if (parseDate(one) !== undefined) return one;
  for (const [form, made] of forms) {
    const parts = form.exec(one);
    const date = parts ? made(...parts.slice(1)) : undefined;
    if (date !== undefined && parseDate(date) !== undefined) return date;
  }
  return undefined;
}
