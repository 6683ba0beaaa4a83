import { observationsOf } from '../measures/asked.ts';
import { membersOn } from '../model/european-union.ts';
import type { Answers } from '../model/question.ts';
import { alliances } from './alliances.ts';
import { armsImports, borderLength, fdiStock, jointIgos } from './figures.ts';
import { listedIgos } from './memberships.ts';
import { type Draft, type FreshFigure, rounded, withIds } from './observation.ts';
import { idealPoints, unAgreement } from './votes.ts';

/** Trade of the whole world, of every state by the same hand. A state's own statistics are not here. */
const worldTradeSources = ['baci', 'comtrade', 'cow-trade'];

/**
 * Every figure that the archive has for a focal state and its partners from data sets that cover the world, in the same
 * way for every state: votes, ideal points, trade, arms, alliances, borders, shared memberships and investment. What is
 * published of one state alone is left out, so that states can be compared.
 */
export async function worldFigures(
  answers: Answers,
  focal: string,
  partners: readonly string[],
): Promise<FreshFigure[]> {
  const made = [
    await unAgreement(answers, focal, partners),
    await idealPoints(answers, focal, partners),
    await worldTrade(answers, focal, partners),
    await armsImports(answers, focal),
    await alliances(answers, focal, partners),
    await borderLength(answers, focal),
    await jointIgos(answers, focal, partners),
    await listedIgos(answers, focal, partners),
    await fdiStock(answers, focal),
    await largestPartners(answers, focal),
  ];
  return withIds(made.flat());
}

/** Exports and imports by partner and in all, of each source beside the others. */
export async function worldTrade(
  answers: Answers,
  focal: string,
  partners: readonly string[],
): Promise<Draft[]> {
  const wanted = new Set(['WLD', ...partners, ...(partners.includes('EU') ? membersOn() : [])]);
  const own = await observationsOf(answers, {
    source: worldTradeSources,
    focal,
    indicator: ['exports', 'imports'],
  });
  // Where a source has each flow once, as imports, a state's exports are what the others buy from it.
  const mirrored = (
    await observationsOf(answers, { source: 'cow-trade', partner: focal, indicator: 'imports' })
  ).map(
    (row): Draft => ({
      ...row,
      focal,
      partner: row.focal,
      indicator: 'exports',
      method: 'imports of the partner from the focal state, as published',
    }),
  );
  const rows: readonly Draft[] = [...own, ...mirrored];
  return [...rows.filter(({ partner }) => wanted.has(partner ?? '')), ...totals(rows)].map(
    ({ value, ...row }) => ({ ...row, value: value === undefined ? undefined : rounded(value, 3) }),
  );
}

/** The sum over all partners, of the sources, flows and years that publish no total. */
function totals(rows: readonly Draft[]): Draft[] {
  const key = ({ source, indicator, period }: Draft) => `${source} ${indicator} ${period}`;
  const published = new Set(rows.filter(({ partner }) => partner === 'WLD').map(key));
  const sums = new Map<string, Draft & { value: number; n: number }>();
  for (const row of rows) {
    if (published.has(key(row)) || row.value === undefined || row.partner === undefined) continue;
    const { value: sum = 0, n = 0 } = sums.get(key(row)) ?? {};
    const { focal, indicator, period, unit, source } = row;
    sums.set(key(row), {
      focal,
      partner: 'WLD',
      indicator,
      period,
      unit,
      source,
      value: sum + row.value,
      n: n + 1,
      locator: `all partners ${period}`,
      method: 'sum over the partners in the data set; n: partners',
    });
  }
  return [...sums.values()];
}

/** Shares of exports and imports of the largest partners, for as many as the Factbook lists. */
const largestPartners = (answers: Answers, focal: string): Promise<Draft[]> =>
  observationsOf(answers, {
    indicator: ['export-partner-share', 'import-partner-share'],
    focal,
    source: 'factbook',
  });
