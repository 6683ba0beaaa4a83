import { heldIn, periodYear, sortDay } from '../../model/date.ts';
import { MultivectorError } from '../../model/errors.ts';
import { type Gap, gap } from '../../model/gap.ts';
import type { Records, Route } from '../../model/records.ts';
import { type Leg, legsOnTheWay, type Network } from './network.ts';

/** What a leg costs: as stated, its days, or one for each leg. */
export const costKinds = ['cost', 'time', 'legs'] as const;
export type CostKind = (typeof costKinds)[number];

export interface RoutesAsked {
  readonly year: number;
  readonly commodity?: string | undefined;
  readonly cost?: CostKind | undefined;
}

/** The last year of which the dossier knows something. */
export function lastYear(records: Pick<Records, 'routes' | 'events' | 'observations' | 'asKnownOn'>): number {
  const years = [
    ...records.routes.flatMap(({ since }) => (since === undefined ? [] : [periodYear(sortDay(since))])),
    ...records.events.map(({ date }) => periodYear(sortDay(date))),
    ...records.observations.map(({ period }) => periodYear(period)),
  ];
  const last = records.asKnownOn === undefined ? Math.max(...years) : periodYear(records.asKnownOn);
  if (Number.isFinite(last)) return last;
  throw new MultivectorError('input', 'the dossier names no year, and so no network', {
    hint: 'name one, for instance: --to 2023',
  });
}

const oneUnit = (routes: readonly Route[], unit: 'unit' | 'cost_unit'): string | undefined => {
  const first = routes.find((route) => route[unit] !== undefined);
  const other = routes.find((route) => route[unit] !== undefined && route[unit] !== first?.[unit]);
  if (first && other)
    throw new MultivectorError(
      'data',
      `routes ${first.id} and ${other.id} have different units, ${first[unit]} and ${other[unit]}`,
      {
        hint: `name one commodity, for instance: --commodity ${first.commodity ?? other.commodity ?? 'oil'}`,
      },
    );
  return first?.[unit];
};

function costOf(routes: readonly Route[], wanted: CostKind | undefined): CostKind {
  const kind =
    wanted ??
    (['cost', 'time'] as const).find((one) => routes.every((route) => route[one] !== undefined)) ??
    'legs';
  if (kind === 'legs') return kind;
  const lacking = routes.filter((route) => route[kind] === undefined).map(({ id }) => id);
  if (lacking.length === 0) return kind;
  throw new MultivectorError('input', `no ${kind} is stated of ${lacking.join(', ')}`, {
    hint: 'leave --cost out, or take --cost legs',
  });
}

const costWords = (kind: CostKind, unit: string | undefined): string =>
  ({ cost: `as stated, ${unit}`, time: 'days', legs: 'one for each leg' })[kind];

/**
 * The corridors of a dossier in one year.
 *
 * @returns a gap where no leg leads from an origin to a market
 * @throws MultivectorError `data` where units are mixed, `input` where a cost is asked for that is not stated
 */
export function routesNetwork(records: Pick<Records, 'routes'>, asked: RoutesAsked): Network | Gap {
  const { year, commodity } = asked;
  const routes = records.routes.filter(
    (route) =>
      heldIn(year, route.since, route.until) && (commodity === undefined || route.commodity === commodity),
  );
  if (routes.length === 0)
    return gap('no-records', `no route${commodity === undefined ? '' : ` for ${commodity}`} in ${year}`);
  const places = (end: 'origin' | 'market', of: 'from' | 'to'): string[] => [
    ...new Set(routes.filter((route) => route.end.includes(end)).map((route) => route[of])),
  ];
  const [origins, markets] = [places('origin', 'from'), places('market', 'to')];
  const missing = origins.length === 0 ? 'origin' : markets.length === 0 ? 'market' : undefined;
  if (missing)
    return gap('not-covered', `no route is marked as having an ${missing}`.replace('an market', 'a market'));
  const unit = oneUnit(routes, 'unit');
  const bare = (route: Route): Leg => ({
    id: route.id,
    from: route.from,
    to: route.to,
    capacity: route.capacity,
    flow: route.flow,
    cost: 1,
    through: route.through,
  });
  const used = new Set(legsOnTheWay(bothWays(routes, bare), origins, markets).map(({ id }) => id));
  if (used.size === 0) return gap('not-applicable', 'no route leads from an origin to a market');
  const onTheWay = routes.filter(({ id }) => used.has(id));
  const kind = costOf(onTheWay, asked.cost);
  const costUnit = kind === 'cost' ? oneUnit(onTheWay, 'cost_unit') : undefined;
  const legs = bothWays(onTheWay, (route) => ({
    ...bare(route),
    cost: kind === 'legs' ? 1 : (route[kind] ?? 0),
  }));
  const nowhere = onTheWay.filter(({ through }) => through.length === 0).map(({ id }) => id);
  return {
    kind: 'routes',
    period: String(year),
    legs: legsOnTheWay(legs, origins, markets),
    origins,
    markets,
    unit,
    basis: 'dossier',
    notes: [
      `network: ${onTheWay.length} routes of the dossier${commodity === undefined ? '' : ` for ${commodity}`}, ${year}; costs: ${costWords(kind, costUnit)}`,
      ...(nowhere.length > 0
        ? [`no territory is stated of ${nowhere.join(', ')}: no state’s closing stops them`]
        : []),
    ],
  };
}

/** A leg that can be used both ways has its capacity each way; its flow runs as it is written. */
const bothWays = (routes: readonly Route[], of: (route: Route) => Leg): Leg[] =>
  routes.flatMap((route) => {
    const leg = of(route);
    const back = { ...leg, from: leg.to, to: leg.from, flow: leg.flow === undefined ? undefined : 0 };
    return route.direction === 'both' ? [leg, back] : [leg];
  });
