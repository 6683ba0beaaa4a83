import { observationsOf } from '../measures/asked.ts';
import { membersOn } from '../model/european-union.ts';
import type { Answers } from '../model/question.ts';
import { stateById } from '../model/states.ts';
import { type Draft, mean, rounded } from './observation.ts';

/** Partners as small as this share of the trade in every year are left out, save the dossier's partners. */
const leastShare = 0.005;

/** Who publishes a state's trade, the first that has it speaks: its own statistics, then collections. */
const tradeSources = ['kaz-trade', 'comtrade', 'cow-trade'];

/** Exports and imports by partner, of the latest edition that has the year. */
export async function trade(answers: Answers, focal: string, partners: readonly string[]): Promise<Draft[]> {
  for (const source of tradeSources) {
    const rows = await observationsOf(answers, {
      source,
      focal,
      indicator: ['exports', 'imports', 'trade-turnover'],
    });
    if (rows.length === 0) continue;
    const turnover = rows.filter(({ indicator }) => indicator === 'trade-turnover');
    const total = new Map(
      turnover.flatMap(({ partner, period, value }) => (partner === 'WLD' ? [[period, value ?? 0]] : [])),
    );
    const large = turnover.flatMap(({ partner, period, value }) =>
      partner !== undefined && (value ?? 0) >= leastShare * (total.get(period) ?? Number.POSITIVE_INFINITY)
        ? [partner]
        : [],
    );
    const last = rows
      .map(({ period }) => period)
      .sort()
      .at(-1);
    const wanted = new Set([
      'WLD',
      ...partners,
      ...(partners.includes('EU') ? membersOn(`${last}-12-31`) : []),
      ...large,
    ]);
    return rows
      .filter(({ indicator, partner }) => indicator !== 'trade-turnover' && wanted.has(partner ?? ''))
      .map(({ value, ...row }) => ({
        ...row,
        value: value === undefined ? undefined : rounded(value, 3),
      }));
  }
  return [];
}

/** Deliveries of arms by supplier, and in all; a year without any has 0, as the register covers them all. */
export async function armsImports(answers: Answers, focal: string): Promise<Draft[]> {
  const rows = await observationsOf(answers, { indicator: 'arms-imports', focal });
  const totals = new Map(rows.flatMap((row) => (row.partner === 'WLD' ? [[row.period, row]] : [])));
  const years = [...totals.keys()].map(Number);
  const [from, to] = [Math.min(...years), Math.max(...years)];
  const [one] = totals.values();
  const none = Array.from({ length: years.length === 0 ? 0 : to - from + 1 }, (_, i) => String(from + i))
    .filter((year) => !totals.has(year))
    .flatMap((period): Draft[] =>
      one ? [{ ...one, period, value: 0, n: 0, method: 'the register lists no delivery in the year' }] : [],
    );
  return [...rows, ...none]
    .filter(({ partner }) => partner === 'WLD' || stateById.has(partner ?? ''))
    .map(({ value, ...row }) => ({
      ...row,
      value: value === undefined ? undefined : rounded(value, 2),
    }));
}

/** Direct investment in the focal state, as investors report it and as it is derived from the focal state's own reports. */
export async function fdiStock(answers: Answers, focal: string): Promise<Draft[]> {
  const rows = await observationsOf(answers, {
    indicator: 'fdi-stock',
    focal,
    source: ['imf-dip-reported', 'imf-dip-derived'],
  });
  return rows.map(({ value, ...row }) => ({
    ...row,
    value: value === undefined ? undefined : rounded(value, 3),
  }));
}

/** Official visits between China and the focal state. */
export async function officialVisits(
  answers: Answers,
  focal: string,
  partners: readonly string[],
): Promise<Draft[]> {
  if (!partners.includes('CHN')) return [];
  return observationsOf(answers, { indicator: 'official-visits', focal, partner: 'CHN' });
}

/** Land borders, and their published total. */
export const borderLength = (answers: Answers, focal: string): Promise<Draft[]> =>
  observationsOf(answers, { indicator: 'border-length', focal, source: 'factbook' });

/** Shared memberships in international organisations as the Correlates of War count them. */
export async function jointIgos(
  answers: Answers,
  focal: string,
  partners: readonly string[],
): Promise<Draft[]> {
  const rows = await observationsOf(answers, { indicator: 'joint-igos', focal, source: 'cow-igo' });
  const states = rows
    .filter(({ partner }) => partners.includes(partner ?? ''))
    .map(
      ({ value, ...row }): Draft => ({
        ...row,
        value: value === undefined ? undefined : rounded(value, 2),
        locator: `dyad-year ${row.period}`,
        method: 'joint full memberships as published',
      }),
    );
  if (!partners.includes('EU')) return states;
  const union = [...new Set(rows.map(({ period }) => period))].flatMap((period): Draft[] => {
    const members = membersOn(`${period}-12-31`);
    const counts = rows.filter((row) => row.period === period && members.includes(row.partner ?? ''));
    const [one] = counts;
    if (!one) return [];
    return [
      {
        focal,
        partner: 'EU',
        indicator: 'joint-igos',
        period,
        unit: one.unit,
        source: one.source,
        locator: `dyad-year ${period}`,
        value: rounded(mean(counts.flatMap(({ value }) => value ?? [])), 2),
        n: counts.length,
        method: 'mean over the members on 31 December; n: members',
      },
    ];
  });
  return [...states, ...union];
}
