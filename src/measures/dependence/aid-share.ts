import { z } from 'zod';
import { check } from '../../model/check.ts';
import type { Figure } from '../../model/figure.ts';
import { gap } from '../../model/gap.ts';
import type { Answers } from '../../model/question.ts';
import { archiveOf, defineMeasure, nothingOf } from '../measure.ts';
import { membersOf } from '../partners/partner-amounts.ts';
import { resampled } from '../partners/resampled.ts';
import { partnerShare } from './share-with.ts';

/** An aid project, with the year in which it was committed. */
interface Project {
  readonly donor: string;
  readonly recipient: string;
  readonly year: number;
  /** Nothing where it is not known. */
  readonly amount: number | undefined;
  readonly source: string;
}

const rowsSchema = z.array(
  z.object({
    supplier: z.string().nullish(),
    recipient: z.string().nullish(),
    ordered: z.string().nullish(),
    delivered: z.string().nullish(),
    amount: z.number().nullish(),
    source: z.string(),
  }),
);

async function aidProjects(archive: Answers): Promise<Project[]> {
  const rows = check(
    rowsSchema,
    await archive.rows({
      table: 'transfer',
      columns: ['supplier', 'recipient', 'ordered', 'delivered', 'amount', 'source', 'locator'],
      where: { kind: 'aid' },
      order: ['source', 'locator'],
    }),
    'rows of the archive',
    'data',
  );
  return rows.flatMap(({ supplier, recipient, ordered, delivered, amount, source }) => {
    const year = Number((ordered ?? delivered)?.slice(0, 4));
    return supplier && recipient && Number.isInteger(year)
      ? [{ donor: supplier, recipient, year, amount: amount ?? undefined, source }]
      : [];
  });
}

export const aidShareMeasure = defineMeasure({
  id: 'aid-share',
  family: 'dependence',
  title: 'Share of aid',
  question:
    'What share of the aid that the focal state gets is this donor’s, or of the donor’s aid goes to it?',
  formula: 'Aⱼᵢ / Σⱼ Aⱼᵢ (of all that the recipient gets), or Aⱼᵢ / Σᵢ Aⱼᵢ (of all that the donor gives)',
  unit: 'share',
  range: [0, 1],
  cite: [
    'Alesina, A. and Dollar, D. (2000). Who gives foreign aid to whom and why? Journal of Economic Growth 5(1): 33–63. doi:10.1023/A:1009874203400',
    'Efron, B. (1979). Bootstrap methods: another look at the jackknife. Annals of Statistics 7(1): 1–26. doi:10.1214/aos/1176344552',
  ],
  weak: 'Commitments, not payments, and official finance at large: most of what the projects of China are is loans. Projects whose amount is not known are left out. Shares of a donor’s aid are of the recipients that the source covers, not of the world.',
  interval: '90 % percentile bootstrap over projects, 1,000 draws.',
  partners: 'needed',
  by: ['year'],
  choices: z.object({
    of: z
      .enum(['recipient', 'donor'])
      .default('recipient')
      .describe('share of all that the focal state gets, or of all that the partner gives'),
    years: z.number().int().min(1).max(50).default(5).describe('how many years of commitments are added up'),
  }),
  chart: 'lines',
  compute: async ({ focal, partners, from, to, choices: { of, years } }, evidence) => {
    const projects = await aidProjects(archiveOf(evidence, 'aid projects', 'aiddata'));
    if (projects.length === 0) throw nothingOf('aid projects', 'aiddata');
    const all = projects.map(({ year }) => year);
    const first = from === undefined ? Math.min(...all) + years - 1 : Number(from);
    const last = to === undefined ? Math.max(...all) : Number(to);
    const donors = new Set(projects.map(({ donor }) => donor));
    const figures = partners.flatMap((partner) =>
      Array.from({ length: Math.max(0, last - first + 1) }, (_, i) =>
        aidFigure(projects, donors, focal, partner, first + i, years, of),
      ),
    );
    return { figures, basis: 'archive' };
  },
});

function aidFigure(
  projects: readonly Project[],
  donors: ReadonlySet<string>,
  focal: string,
  partner: string,
  year: number,
  years: number,
  of: 'recipient' | 'donor',
): Figure {
  const period = years === 1 ? String(year) : `${year - years + 1}/${year}`;
  const givers = new Set(
    ['EU', ...membersOf(partner, year)].filter((one) => partner === 'EU' || one === partner),
  );
  const within = projects.filter((one) => one.year > year - years && one.year <= year);
  const pool = within.filter((one) => (of === 'donor' ? givers.has(one.donor) : one.recipient === focal));
  const own = pool.filter((one) => givers.has(one.donor) && one.recipient === focal);
  const known = pool.flatMap(({ donor, recipient, amount }) =>
    amount === undefined ? [] : [{ group: givers.has(donor) && recipient === focal ? 0 : 1, amount }],
  );
  const sum = (group?: number) =>
    known.reduce((total, one) => total + (group === undefined || one.group === group ? one.amount : 0), 0);
  const unknown = own.filter(({ amount }) => amount === undefined).length;
  const head: Omit<Figure, 'value'> = {
    about: focal,
    partner,
    period,
    n: own.length - unknown,
    source: pool[0]?.source ?? within[0]?.source,
    note:
      own.length === 0
        ? undefined
        : `USD ${Math.round(sum(0)).toLocaleString('en')} million${unknown > 0 ? `; projects without an amount: ${unknown}` : ''}`,
  };
  if (within.length === 0)
    return { ...head, n: 0, value: gap('not-covered', 'no source at hand has aid of these years') };
  if (![...givers].some((one) => donors.has(one)))
    return {
      ...head,
      value: gap('not-covered', `the data at hand have aid of ${[...donors].join(', ')} alone`),
    };
  if (of === 'recipient' && donors.size === 1)
    return {
      ...head,
      value: gap(
        'not-covered',
        `the data at hand have no other donor than ${[...donors].join('')}; its own aid can be looked at with of=donor`,
      ),
    };
  const value = partnerShare(sum(0), sum());
  return {
    ...head,
    value,
    interval:
      typeof value !== 'number'
        ? undefined
        : head.n === 0
          ? gap('too-few-records', 'no project with an amount, and drawing projects anew makes none')
          : resampled(known, 2, value, `aid-share ${of} ${focal} ${partner} ${period}`, ([a = 0, b = 0]) =>
              a + b > 0 ? [a / (a + b), a / (a + b)] : undefined,
            ),
  };
}
