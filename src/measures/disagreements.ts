import { actorsOf } from '../model/actors.ts';
import { parseDate } from '../model/date.ts';
import { type Indicator, indicatorById, quantityOf } from '../model/indicator.ts';
import type { Disagreement, Side } from '../model/measured.ts';
import { quantityText } from '../model/quantity.ts';
import type { Claim, Observation, Records } from '../model/records.ts';

/** Figures that differ by no more than this share of the larger are taken to agree. */
export const tolerance = 0.01;
/** A claim's figure is matched by one within this share of it. */
export const claimTolerance = 0.1;

/** All that the dossier's sources state differently. */
export function disagreements(records: Records): Disagreement[] {
  return [...claimDisagreements(records), ...fieldDisagreements(records), ...figureDisagreements(records)];
}

const side = (observation: Observation, indicator: Indicator | undefined): Side => ({
  source: observation.source,
  record: observation.id,
  states: quantityText(observation.value ?? 0, observation.unit),
  value: observation.value,
  unit: observation.unit,
  period: observation.period,
  definition: indicator?.title,
});

/** Numeric claims beside every figure of the same quantity. */
function claimDisagreements(records: Records): Disagreement[] {
  const actors = actorsOf(records);
  return records.claims
    .filter(({ kind, tests }) => kind === 'numeric' && tests.length > 0)
    .map((claim) => {
      const against = tested(records, claim);
      const quantities = new Set(
        against.flatMap(({ indicator }) => indicatorById.get(indicator) ?? []).map(quantityOf),
      );
      const stated = records.observations.filter(
        ({ source, indicator, partner, value }) =>
          source === claim.by &&
          value !== undefined &&
          claim.partners.includes(partner ?? '') &&
          quantities.has(quantityOfId(indicator)),
      );
      const rest = against.filter(({ id }) => !stated.some((one) => one.id === id));
      return {
        id: `claim.${claim.id}`,
        kind: 'claim' as const,
        about: `${claim.text} (${claim.partners.map((partner) => actors.name(partner)).join(', ')})`,
        verdict: verdict(stated[0]?.value, rest),
        sides: [...stated, ...rest].map((observation) =>
          side(observation, indicatorById.get(observation.indicator)),
        ),
      };
    });
}

const quantityOfId = (id: string): string => {
  const indicator = indicatorById.get(id);
  return indicator ? quantityOf(indicator) : id;
};

function tested(records: Records, claim: Claim): Observation[] {
  return claim.tests.flatMap((test) => {
    const [indicator, partner] = test.split(':');
    return records.observations.filter(
      (observation) =>
        observation.id === test ||
        (observation.indicator === indicator &&
          observation.partner === partner &&
          observation.value !== undefined),
    );
  });
}

/** Whether figures bear a claim out: all of them, some of them (it hangs on the definition or the year), none of them. */
function verdict(
  stated: number | undefined,
  figures: readonly Observation[],
): NonNullable<Disagreement['verdict']> {
  if (stated === undefined || figures.length === 0) return 'no data';
  const near = figures.filter(
    ({ value }) => value !== undefined && Math.abs(value - stated) <= claimTolerance * Math.abs(stated),
  );
  if (near.length === figures.length) return 'supported';
  return near.length > 0 ? 'definition-dependent' : 'contradicted';
}

/** Records of which a source states one field otherwise. */
function fieldDisagreements(records: Records): Disagreement[] {
  const rows = new Map<string, Readonly<Record<string, unknown>>>(
    [records.events, records.ties, records.documents, records.holders, records.claims].flatMap((table) =>
      table.map((row) => [row.id, row as unknown as Readonly<Record<string, unknown>>] as const),
    ),
  );
  return records.evidence
    .filter(
      ({ record, field, value }) =>
        field !== undefined && value !== undefined && differs(rows.get(record)?.[field], value),
    )
    .map(({ id, record, field = '', value = '', source }) => {
      const row = rows.get(record);
      const first = records.evidence.find(
        (evidence) => evidence.record === record && evidence.field === undefined,
      );
      return {
        id: `field.${id}`,
        kind: 'field' as const,
        about: `${String(row?.title ?? record)}: ${field}`,
        sides: [
          { source: first?.source ?? '', record, states: String(row?.[field] ?? '') },
          { source, record: id, states: value },
        ],
      };
    });
}

/** Whether two statements cannot both be true: dates that can mean the same day differ in precision alone. */
function differs(one: unknown, other: string): boolean {
  if (one === undefined || String(one) === other) return false;
  const [a, b] = [parseDate(String(one)), parseDate(other)];
  if (!a || !b) return true;
  const apart = (x: typeof a, y: typeof a) =>
    x.last !== undefined && y.first !== undefined && x.last < y.first;
  return apart(a, b) || apart(b, a);
}

/** Figures of the same thing and time from different sources that are not the same number: one entry a thing, by time. */
function figureDisagreements(records: Records): Disagreement[] {
  const claimed = new Set(
    records.claims.filter(({ kind }) => kind === 'numeric').flatMap(({ tests }) => tests),
  );
  const things = new Map<string, Map<string, Observation[]>>();
  for (const observation of records.observations) {
    const { focal, indicator, partner, period, value } = observation;
    if (value === undefined || claimed.has(`${indicator}:${partner}`)) continue;
    const timeless = indicatorById.get(indicator)?.carry === Number.POSITIVE_INFINITY;
    const key = [focal, ...(partner ? [partner] : []), indicator].join('.');
    const times = things.get(key) ?? new Map<string, Observation[]>();
    things.set(key, times);
    const time = timeless ? '' : period;
    times.set(time, [...(times.get(time) ?? []), observation]);
  }
  const actors = actorsOf(records);
  return [...things].flatMap(([key, times]) => {
    const apart = [...times.entries()]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .flatMap(([, group]) => (differ(group) ? group : []));
    const [first] = apart;
    if (!first) return [];
    const indicator = indicatorById.get(first.indicator);
    const who = [first.focal, ...(first.partner ? [first.partner] : [])].map((id) => actors.name(id));
    return [
      {
        id: `figure.${key}`,
        kind: 'figure' as const,
        about: `${indicator?.title ?? first.indicator}, ${who.join(' and ')}`,
        sides: apart.map((one) => side(one, indicator)),
      },
    ];
  });
}

/** Whether figures of one thing and time are further apart than rounding explains. */
function differ(figures: readonly Observation[]): boolean {
  const values = figures.map(({ value }) => value ?? 0);
  const [low, high] = [Math.min(...values), Math.max(...values)];
  return figures.length > 1 && high - low > tolerance * Math.max(Math.abs(low), Math.abs(high));
}
