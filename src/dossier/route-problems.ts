import { parseDate } from '../model/date.ts';
import type { Route } from '../model/records.ts';
import type { Located } from './csv.ts';

/** What is wrong with one leg of a corridor, by line and column. */
export interface RouteProblem {
  readonly line: number;
  readonly column: keyof Route;
  readonly message: string;
}

const amounts = [
  ['capacity', 'unit'],
  ['flow', 'unit'],
  ['cost', 'cost_unit'],
] as const;

/** What is wrong in the table of routes beyond its cells: units that are missing or mixed, ends before beginnings. */
export function routeProblems(rows: readonly Located<Route>[]): RouteProblem[] {
  const problems: RouteProblem[] = [];
  const first = { unit: new Map<string, Located<Route>>(), cost_unit: new Map<string, Located<Route>>() };
  for (const { line, row } of rows) {
    const say = (column: keyof Route, message: string) => problems.push({ line, column, message });
    if (row.from === row.to) say('to', `“${row.to}” is where the leg begins: it must end elsewhere`);
    for (const [amount, unit] of amounts)
      if (row[amount] !== undefined && row[unit] === undefined) say(unit, `is empty, and ${amount} is not`);
    for (const unit of ['unit', 'cost_unit'] as const) {
      if (row[unit] === undefined) continue;
      const known = first[unit].get(row.commodity ?? '');
      if (known === undefined) first[unit].set(row.commodity ?? '', { line, row });
      else if (known.row[unit] !== row[unit])
        say(
          unit,
          `“${row[unit]}” is not “${known.row[unit]}”, as on line ${known.line}: one unit for ${row.commodity ?? 'a commodity'}`,
        );
    }
    const [began, ended] = [parseDate(row.since ?? '')?.first, parseDate(row.until ?? '')?.last];
    if (began && ended && ended < began) say('until', `ends (${row.until}) before it begins (${row.since})`);
  }
  return problems;
}
