import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { Dossier } from '../../src/dossier/index.ts';
import { disagreements, measureDimension } from '../../src/measures/index.ts';
import { actorsOf } from '../../src/model/actors.ts';
import { optionalTables, tableNames } from '../../src/model/records.ts';
import { kazakhstan } from '../fixtures/folders.ts';
import { commentaryFile } from '../fixtures/material.ts';
import inventory from '../golden/inventory.json' with { type: 'json' };

const dossier = await Dossier.open(kazakhstan);
const { records } = dossier;

describe('the built-in dossier', () => {
  it('is valid', async () => {
    expect(await Dossier.problems(kazakhstan)).toEqual([]);
  });

  it('is read by the Frictionless reference library, row for row', async () => {
    interface Resource {
      name: string;
      tabular: boolean;
      read(options: { keyed: true }): Promise<unknown[]>;
    }
    const { Package } = createRequire(import.meta.url)('datapackage') as {
      Package: { load(path: string): Promise<{ valid: boolean; errors: Error[]; resources: Resource[] }> };
    };
    const read = await Package.load(join(kazakhstan, 'datapackage.json'));
    expect(read.errors).toEqual([]);
    const counts: Record<string, number> = {};
    for (const resource of read.resources.filter(({ tabular }) => tabular))
      counts[resource.name] = (await resource.read({ keyed: true })).length;
    expect(counts).toEqual({
      ...Object.fromEntries(
        tableNames
          .filter((name) => !optionalTables.includes(name))
          .map((name) => [name, records[name].length]),
      ),
      history: dossier.history.length,
    });
  });

  it('has its ten partners, and a licence for every source', () => {
    expect(records.partners).toEqual(['RUS', 'CHN', 'EU', 'USA', 'TUR', 'IRN', 'IND', 'UZB', 'UKR', 'GBR']);
    for (const { id, custom } of records.sources) expect(custom.licence, id).not.toBe('');
  });
});

describe('the commentary', () => {
  const fromCommentary = records.evidence.filter(({ source }) => source === 'commentary');

  it('is taken over paragraph by paragraph, as in the inventory', () => {
    for (const [paragraph, tables] of Object.entries(inventory)) {
      const there = new Set(
        fromCommentary.filter(({ locator }) => locator === `para. ${paragraph}`).map(({ record }) => record),
      );
      const { observations: figures = [], ...others } = tables as Record<string, string[]>;
      expect([...there].sort(), `para. ${paragraph}`).toEqual(
        Object.values(others)
          .flat()
          .filter((id, i, all) => all.indexOf(id) === i)
          .sort(),
      );
      for (const id of figures) expect(records.observations.map((one) => one.id)).toContain(id);
    }
  });
  it('gives 41 events and 102 other records beside the actors', () => {
    const ids = new Set(fromCommentary.map(({ record }) => record));
    const count = (name: (typeof tableNames)[number]) => records[name].filter(({ id }) => ids.has(id)).length;
    const figures = records.observations.filter(({ source }) => source === 'commentary').length;
    expect(count('events')).toBe(41);
    expect(
      count('holders') +
        count('ties') +
        count('documents') +
        count('commitments') +
        count('claims') +
        figures,
    ).toBe(102);
  });
  it('has 15 notes that are cited and not supplied, and records that lead to each', () => {
    const notes = records.sources
      .filter(({ custom }) => custom.availability === 'cited-not-supplied')
      .map(({ id }) => id);
    expect(notes).toHaveLength(15);
    expect(
      [...new Set([...fromCommentary.map(({ note }) => note), '13'].filter((note) => note !== undefined))]
        .map(Number)
        .sort((a, b) => a - b),
    ).toEqual(Array.from({ length: 15 }, (_, i) => i + 1));
  });
  it('keeps its hedges', () => {
    expect(
      records.claims.flatMap(({ id, hedge }) => (hedge === undefined ? [] : [[id, hedge]])).sort(),
    ).toEqual([
      ['claim-border-chn', 'approximately'],
      ['claim-eu-renewed-focus', 'coincides with'],
      ['claim-eu-resources', 'could'],
      ['claim-independence-principle', 'indicated'],
      ['claim-influx-cohesion', 'potential'],
      ['claim-message-of-support', 'was seen as'],
      ['claim-no-break', 'unlikely to signify'],
      ['claim-public-image', 'likely'],
      ['claim-roads-signal', 'To a certain extent'],
      ['claim-us-investments-benefit', 'perhaps'],
    ]);
    expect(
      records.events.flatMap(({ id, status }) =>
        status === 'announced' || status === 'reported' ? [[id, status]] : [],
      ),
    ).toEqual([
      ['regions-vote-to-join-russia', 'reported'],
      ['kaz-rus-work-within-sanctions', 'announced'],
      ['tokayev-visit-china-reported', 'reported'],
      ['chn-land-purchases', 'reported'],
      ['usa-new-investments', 'announced'],
      ['usa-economic-assistance', 'announced'],
    ]);
  });
  it('names the Turkic Council and its later name, which count once', () => {
    const turkiye = measureDimension(records, 'political', { year: 2023, draws: 0 }).vectors.find(
      ({ partner }) => partner === 'TUR',
    );
    const counted = turkiye?.terms.find(({ indicator }) => indicator === 'records')?.records;
    expect(counted).toContain('kaz-in-ots');
    expect(counted).not.toContain('kaz-in-turkic-council');
    expect(records.ties.map(({ id }) => id)).toContain('kaz-in-turkic-council');
  });

  it.skipIf(!commentaryFile)('is pointed at by place and hash', async () => {
    const letters = [...(await readFile(commentaryFile ?? '', 'utf8'))];
    for (const { id, start, end, sha256 } of fromCommentary) {
      const passage = letters.slice(start, end).join('');
      expect(createHash('sha256').update(passage).digest('hex'), id).toBe(sha256);
    }
  });
  it.skipIf(!commentaryFile)('has no eight words on end in any file of the project', async () => {
    const runsOf = (some: string) => {
      const words = some.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
      return words.slice(7).map((_, i) => words.slice(i, i + 8).join(' '));
    };
    const text = await readFile(commentaryFile ?? '', 'utf8');
    const withoutNotes = text.replace(/(?<=[\p{L}.,’])\d{1,2}(?=[\s.])/gu, '');
    const theirs = new Set([...runsOf(text), ...runsOf(withoutNotes)]);
    const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', '-z'])
      .toString()
      .split('\0')
      .filter((file) => /\.(ts|tsx|md|json|csv|css|html|svg|typ|cff|txt)$/.test(file) && existsSync(file));
    expect(files.length).toBeGreaterThan(100);
    for (const file of files)
      expect(
        runsOf(await readFile(file, 'utf8')).filter((run) => theirs.has(run)),
        file,
      ).toEqual([]);
  });
});

describe('the figures', () => {
  const figure = (partner: string, indicator: string, period: string) =>
    records.observations.find(
      (one) =>
        one.partner === partner &&
        one.indicator === indicator &&
        one.period === period &&
        one.source !== 'commentary',
    );

  it.each([
    ['2018', { RUS: 0.67, CHN: 0.793, USA: 0.149 }],
    ['2019', { RUS: 0.678, CHN: 0.82, USA: 0.143, IND: 0.802 }],
    ['2020', { RUS: 0.663, CHN: 0.785, USA: 0.168, IND: 0.789 }],
  ])('of General Assembly agreement are the published ones of the session of %s', (period, published) => {
    for (const [partner, value] of Object.entries(published))
      expect(figure(partner, 'un-agreement', period)?.value, partner).toBeCloseTo(value, 3);
  });
  it('of agreement reach from session 47 to 75 for every partner, each with its number of roll calls', () => {
    for (const partner of records.partners) {
      const own = records.observations.filter(
        (one) => one.indicator === 'un-agreement' && one.partner === partner,
      );
      expect(own.map(({ locator }) => locator)).toEqual(
        Array.from({ length: 29 }, (_, i) => expect.stringMatching(`session ${47 + i}$`)),
      );
      for (const { value, n, low, high } of own)
        if (value !== undefined)
          expect([n !== undefined && n >= 10, low !== undefined && high !== undefined]).toEqual([true, true]);
    }
  });
  it('of trade add up: partners below the published total, the European Union by its members', () => {
    for (const indicator of ['exports', 'imports'])
      for (const period of ['2018', '2019', '2020', '2021', '2022', '2023']) {
        const all = records.observations.filter(
          (one) => one.indicator === indicator && one.period === period,
        );
        const total = all.find(({ partner }) => partner === 'WLD')?.value ?? 0;
        const named = all
          .filter(({ partner }) => partner !== 'WLD')
          .reduce((sum, { value }) => sum + (value ?? 0), 0);
        expect(named / total).toBeGreaterThan(0.95);
        expect(named).toBeLessThanOrEqual(total * 1.000001);
        expect(all.some(({ partner }) => partner === 'EU')).toBe(false);
      }
  });
  it.each([
    // lines “Страны ЕС” of the sheets used, thousand US dollars; to 2022 they have the United Kingdom in them
    ['2018', 31023643.0, 6645420.6],
    ['2019', 24834735.849, 6693384.18719],
    ['2020', 18341352.34248, 6522173.20445],
    ['2021', 24109309.86791, 5963960.62882],
    ['2022', 33866512.61016, 8008872.5488],
    ['2023', 30988817.20587, 10314009.00543],
  ])(
    'of trade with the EU in %s are those of its members, as the published line adds up',
    (period, ...published) => {
      const actors = actorsOf(records);
      const counted = (partner = '') =>
        actors.isMember(partner, 'EU', `${period}-12-31`) || (partner === 'GBR' && period <= '2022');
      for (const [i, indicator] of (['exports', 'imports'] as const).entries()) {
        const ofMembers = records.observations.filter(
          (one) => one.indicator === indicator && one.period === period && counted(one.partner),
        );
        const sum = ofMembers.reduce((total, { value }) => total + (value ?? 0), 0);
        expect(sum).toBeCloseTo((published[i] ?? 0) / 1000, 1);
      }
    },
  );
  it('of land borders are the Factbook’s and add up to its total', () => {
    expect(figure('RUS', 'border-length', '2026')?.value).toBe(7644);
    const all = records.observations.filter(
      ({ indicator, source }) => indicator === 'border-length' && source === 'factbook',
    );
    expect(
      all.filter(({ partner }) => partner !== 'WLD').reduce((sum, { value }) => sum + (value ?? 0), 0),
    ).toBe(all.find(({ partner }) => partner === 'WLD')?.value);
  });
});

describe('what the sources state differently', () => {
  const found = new Map(disagreements(records).map((one) => [one.id, one]));
  it('is side by side: the border with China', () => {
    const border = [...found.values()].find(({ about }) => about.includes('border'));
    expect(border?.sides.map(({ value, source }) => [value, source])).toEqual([
      [1800, 'commentary'],
      [1765, 'factbook'],
    ]);
    expect(border?.verdict).toBe('supported'); // “about 1,800 km” is within a tenth
  });
  it('is side by side: the day of the re-election', () => {
    const date = [...found.values()].find(
      ({ kind, about }) => kind === 'field' && about.includes('re-elected'),
    );
    expect(date?.sides.map(({ states, source }) => [states, source])).toEqual([
      ['2022-11-22', 'commentary'],
      ['2022-11-20', 'factbook'],
    ]);
  });
  it('leaves the 60 per cent of direct investment hanging on its definition', () => {
    const share = found.get('claim.claim-eu-fdi-60');
    expect(share?.verdict).toBe('definition-dependent');
    expect(share?.sides.map(({ value }) => value)).toEqual(expect.arrayContaining([0.6, 0.634, 0.508, -0.3]));
  });
});

describe('the dossier as known on 31 January 2023', () => {
  const then = dossier.asKnownOn('2023-01-31');
  it('does not know of Blinken’s visit, and knows of the declaration with Türkiye', () => {
    const ids = then.events.map(({ id }) => id);
    expect(ids).not.toContain('blinken-visits-kazakhstan');
    expect(ids).toContain('kaz-tur-joint-declaration');
  });
  it('has trade to 2021 and no figure of a later release', () => {
    const trade = then.observations
      .filter(({ source }) => source === 'kaz-trade')
      .map(({ period }) => period);
    expect([trade.includes('2021'), trade.includes('2022')]).toEqual([true, false]);
    expect(then.observations.some(({ source }) => source === 'sipri-arms')).toBe(false);
  });
  it('is the present one when asked for a day to come', () => {
    expect(dossier.asKnownOn('2100-01-01')).toMatchObject({
      events: records.events,
      observations: records.observations,
    });
  });
});
