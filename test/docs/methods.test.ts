import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { builtInFolder, Dossier } from '../../src/dossier/index.ts';
import * as measures from '../../src/measures/index.ts';
import { actorsOf } from '../../src/model/actors.ts';
import { type Dimension, dimensions } from '../../src/model/dimension.ts';
import type { Vector } from '../../src/model/measured.ts';
import { ontology } from '../../src/model/ontology.ts';

const page = await readFile('docs/methods.md', 'utf8');
const { records } = await Dossier.open(`${builtInFolder}/kazakhstan`);
const year = 2022;
const measured = new Map(
  dimensions.map((dimension) => [dimension, measures.measureDimension(records, dimension, { year })]),
);
const of = (dimension: Dimension) => measured.get(dimension) as measures.Measured;
const vector = (dimension: Dimension, partner: string) =>
  of(dimension).vectors.find((one) => one.partner === partner) as Vector;
const figure = (id: string) => records.observations.find((one) => one.id === id);

/** A number as the page writes it: a true minus, no trailing digits beyond those asked for. */
const text = (value: unknown, digits: number): string => {
  if (typeof value !== 'number') throw new Error(`${JSON.stringify(value)} is not a number`);
  return value.toFixed(digits).replace('-', '−');
};
const range = (interval: object, digits: number): string => {
  const { low, high } = interval as { low: number; high: number };
  return `from ${text(low, digits)} to ${text(high, digits)}`;
};
const says = (words: string) => {
  expect(page.replace(/\s+/g, ' ')).toContain(words);
};

describe('the page on methods', () => {
  it.each(Object.keys(measures))('speaks of %s', (name) => {
    expect(page).toMatch(new RegExp(`\\b${name}\\b`));
  });
  it.each(measures.catalogue.map(({ id }) => id))('speaks of the measure %s', (id) => {
    expect(page).toContain(`\`${id}\``);
  });
  it.each([...new Set(measures.mappings.map(({ indicator }) => indicator))])(
    'speaks of the indicator %s',
    (id) => {
      expect(page).toContain(`\`${id}\``);
    },
  );
  it('gives the years that are added up, as the table of mappings has them', () => {
    for (const { indicator, years } of measures.mappings) {
      const row = page.split('\n').find((line) => line.startsWith('|') && line.includes(`\`${indicator}\``));
      expect(row?.split('|')[3]?.trim(), indicator).toBe(String(years));
    }
  });
  it('gives the bands of the profile, and its figures', () => {
    const { parts, label } = measures.profile(records, year, measured);
    for (const { id, value, band } of parts) {
      const row = page
        .split('\n')
        .find((line) =>
          line.startsWith(
            `| ${id.replace('say-do-gap', 'say-do gap').replace('issue-', 'issue ').replace('signal-', 'signal ')} |`,
          ),
        );
      expect(row, id).toContain(`| ${measures.bands[id].join(', ')} | ${text(value, 2)} ${band} |`);
    }
    says(`*${label}*`);
  });
  it('keeps to the ontology’s choices', () => {
    expect([ontology.SANCTION.quad, ontology.ACCUSE.intensity]).toEqual(['material-conflict', -3]);
    expect(ontology.COOPERATE.intensity - ontology.SUPPORT.intensity).toBe(4.5);
  });
});

describe('the worked cases are what the code gives', () => {
  it('agreement', () => {
    const [rus, chn, usa] = ['RUS', 'CHN', 'USA'].map((who) =>
      figure(`KAZ.${who}.un-agreement.2019.unga-votes`),
    );
    const same = Math.round((rus?.value ?? 0) * (rus?.n ?? 0));
    says(
      `${rus?.n} roll calls in which both voted, ${same} the same: ${same} / ${rus?.n} = ${text(same / (rus?.n ?? 1), 3)}`,
    );
    says(
      `China ${text(chn?.value, 3)} (n ${chn?.n}), with the United States ${text(usa?.value, 3)} (n ${usa?.n})`,
    );
  });
  it('ideal points', () => {
    const own = figure('KAZ.-.ideal-point.2019.unga-ideal-points');
    says(`Kazakhstan 2019: ${text(own?.value, 3)}, ${range(own ?? {}, 3)}`);
  });
  it('event balance', () => {
    const actors = actorsOf(records);
    const events = records.events.filter((event) =>
      measures.partnersOfEvent(records, actors, event).includes('RUS'),
    );
    const happened = events.filter(measures.hasHappened);
    const scores = happened.map(measures.eventIntensity);
    const [c, k] = [scores.filter((s) => s > 0).length, scores.filter((s) => s < 0).length];
    const found = measures.eventBalance(events);
    says(`${events.length}, of which ${found.n} happened; ${c} with a score above 0, ${k} below`);
    says(`(${c} − ${k}) / ${c + k} = ${text(found.netCooperation, 2)}, ${range(found.interval, 2)}`);
    const sum = scores
      .map((s, i) => (i === 0 ? text(s, 0) : `${s < 0 ? '−' : '+'} ${Math.abs(s)}`))
      .join(' ');
    says(`(${sum}) / ${found.n} = ${text(found.meanIntensity, 3)}`);
  });
  it('weight', () => {
    const { weight, weightInterval, terms } = vector('economic', 'CHN');
    const [exports, imports, stock] = terms.map(({ scaled }) => scaled);
    const amounts = terms.map(({ amount, total }) =>
      [amount, total ?? 0].map((x) => Math.round(x).toLocaleString('en-GB')).join(' / '),
    );
    says(
      `exports ${amounts[0]} = ${text(exports, 3)}, imports ${amounts[1]} = ${text(imports, 3)}, stock ${text(stock, 3)}`,
    );
    const mean = ((exports ?? 0) + (imports ?? 0) + (stock ?? 0)) / 3;
    says(`= ${text(mean, 3)}; all partners together ${text(mean / (weight as number), 3)}`);
    says(`= ${text(weight, 3)}, ${range(weightInterval, 3)}`);
  });
  it('direction', () => {
    const { direction, directionInterval, terms } = vector('political', 'RUS');
    const [votes, acts] = terms.filter(({ part }) => part === 'direction');
    says(`2 · ${text(votes?.amount, 4)} − 1 = ${text(votes?.scaled, 3)}`);
    says(`1.5 / 5.5 = ${text(acts?.scaled, 3)}; mean ${text(direction, 3)}, ${range(directionInterval, 2)}`);
    expect(acts?.scaled).toBeCloseTo((3.5 - 2) / (3.5 + 2), 12);
  });
  it('interval', () => {
    const { direction, directionInterval, terms } = vector('security', 'TUR');
    const told = terms.find(({ part, indicator }) => part === 'weight' && indicator === 'records');
    const n = told?.amount ?? 0;
    const edge = measures.betaQuantile(0.05, n + 0.5, 0.5);
    says(`${told?.records.length} records that count as ${n}`);
    says(`The 5 % quantile of Beta(${n}.5, 0.5) is ${text(edge, 4)}; 2 · ${text(edge, 4)} − 1`);
    says(`= ${text(2 * edge - 1, 3)}, so the direction is ${direction}`);
    expect((directionInterval as { low: number }).low).toBeCloseTo(2 * edge - 1, 9);
  });
  it('balance', () => {
    const three = [50, 30, 20];
    says(
      `so ${text(measures.effectivePartners(three), 4)} partners; entropy ${text(Math.log(measures.effectivePartnersShannon(three) as number), 4)}`,
    );
    says(`so ${text(measures.effectivePartnersShannon(three), 4)} after Shannon`);
    says(`ln 3 = ${text(measures.evenness(three), 4)}`);
    const { balance } = of('economic');
    says(
      `${text(balance.effectivePartners, 2)} effective partners, ${range(balance.effectivePartnersInterval, 2)}; ${text(balance.effectivePartnersShannon, 2)} after Shannon`,
    );
    says(
      `evenness ${text(balance.evenness, 2)}; the European Union leads with ${text((balance.leader as { weight: number }).weight, 3)}, in ${text((balance.leaderHolds as number) * 100, 0)} % of draws; coverage ${text(balance.coverage, 2)}`,
    );
    expect(balance.leader).toMatchObject({ partner: 'EU' });
  });
  it('resultant', () => {
    const { pull, stand, difference } = measures.resultant(records, 'economic', year, of('economic').vectors);
    says(
      `= ${text(pull, 3)}; Kazakhstan stands at ${text(stand, 3)}, that is ${text(-(difference as number), 3)} further`,
    );
  });
  it('disagreements', () => {
    const found = new Map(measures.disagreements(records).map((one) => [one.id, one]));
    const [stated, measuredLength] =
      found.get('claim.claim-border-chn')?.sides.map(({ value }) => value ?? 0) ?? [];
    says(
      `${measuredLength?.toLocaleString('en-GB')} km is ${text((100 * ((stated ?? 0) - (measuredLength ?? 0))) / (stated ?? 1), 1)} % off`,
    );
    const [own = 0, ...others] =
      found.get('claim.claim-eu-fdi-60')?.sides.map(({ value }) => value ?? 0) ?? [];
    const near = others.filter((one) => Math.abs(one - own) <= own / 10).length;
    says(
      `of ${others.length} shares of the European Union, stock and flow, ${near} lie within ${text(own * 0.9, 2)} and ${text(own * 1.1, 2)}`,
    );
  });
  it('profile', () => {
    const [rus = 0, eu = 0] = ['RUS', 'EU'].map(
      (who) => figure(`${who}.-.ideal-point.2019.unga-ideal-points`)?.value,
    );
    const halves = new Map([
      ['RUS', 0.5],
      ['EU', 0.5],
    ]);
    const k = measures.contradiction(
      halves,
      new Map([
        ['RUS', rus],
        ['EU', eu],
      ]),
    );
    says(
      `(θ ${text(rus, 2)}), half with the European Union (${text(eu, 2)}): 2 · 0.25 · ${text(eu - rus, 3)} / 3 = ${text(k, 3)}`,
    );
    const split = measures.issueSplit([
      new Map([['RUS', 1]]),
      new Map([
        ['RUS', 0.6],
        ['CHN', 0.8],
      ]),
    ]);
    says(`cosine 0.6, split ${text(split, 1)}`);
    says(`4 · 0.75 · 0.25 = ${text(measures.signalVariance([{ cooperative: 3, conflictual: 1 }]), 2)}`);
  });
  it('commitments', () => {
    const checks = new Map(
      measures.commitmentChecks(records, year, measured).map((check) => [check.commitment.id, check]),
    );
    says(
      `political evenness ${text(of('political').balance.evenness, 2)}, ${checks.get('commit-equal-relations')?.verdict}`,
    );
    says(
      `${checks.get('commit-diversify-military')?.words.replace(';', ',')}, so it ${checks.get('commit-diversify-military')?.verdict}`,
    );
  });
});
