import { z } from 'zod';
import type { Figure } from '../../model/figure.ts';
import { type Gap, gap, isGap } from '../../model/gap.ts';
import { noRecords } from '../../model/no-records.ts';
import { archiveOf, type Basis, type Computed, type Evidence, type MeasureRequest } from '../measure.ts';
import { bordersNetwork, type Towards } from './borders-network.ts';
import { type BordersAndCoasts, bordersOf, lastBorders, readBorders } from './land-borders.ts';
import type { Network } from './network.ts';
import { costKinds, lastYear, routesNetwork } from './routes-network.ts';

/** Choices of every measure of connectivity. */
export const networkChoices = {
  network: z
    .enum(['routes', 'borders'])
    .optional()
    .describe(
      'the corridors of the dossier, or land borders; by default corridors where the dossier has any',
    ),
  commodity: z.string().optional().describe('routes of one commodity alone'),
  cost: z
    .enum(costKinds)
    .optional()
    .describe(
      'what a leg costs: as stated (km, for borders), its days, or one; by default the first that is known',
    ),
} as const;

export type NetworkChoices = z.output<z.ZodObject<typeof networkChoices>>;

/** A year’s network, or why there is none. */
export interface YearOf<N> {
  readonly period: string;
  readonly network: N;
}

const years = (from: string | undefined, to: string | undefined, last: () => number): number[] => {
  const end = to === undefined ? last() : Number(to);
  const start = from === undefined ? end : Number(from);
  return Array.from({ length: Math.max(0, end - start) + 1 }, (_, i) => start + i);
};

/** The networks that are asked about, a year each: the last that is known where no years are named. */
async function networksOf(
  { focal, from, to, choices }: MeasureRequest<NetworkChoices>,
  evidence: Evidence,
  towards: Towards,
): Promise<{ readonly basis: Basis; readonly years: readonly YearOf<Network | Gap>[] }> {
  // Without a dossier there are no routes; what the archive knows of the state need not be gathered for that.
  const records = (await evidence.hasDossier(focal)) ? await evidence.records(focal) : noRecords(focal);
  const kind = choices.network ?? (records.routes.length > 0 ? 'routes' : 'borders');
  if (kind === 'routes') {
    const asked = years(from, to, () => lastYear(records));
    return {
      basis: 'dossier',
      years: asked.map((year) => ({
        period: String(year),
        network: routesNetwork(records, { year, commodity: choices.commodity, cost: choices.cost }),
      })),
    };
  }
  const answers = archiveOf(evidence, 'land borders', 'factbook');
  const known = await evidence.remember<BordersAndCoasts>('land borders and coasts', () =>
    readBorders(answers),
  );
  return {
    basis: 'archive',
    years: years(from, to, () => lastBorders(known)).map((year) => ({
      period: String(year),
      network:
        choices.cost === 'time'
          ? gap('not-covered', 'how long it takes to cross a border is not known')
          : bordersNetwork(focal, bordersOf(known, year), towards, choices.cost),
    })),
  };
}

/** What one figure of a network says; what is the same for all figures of the network is added. */
export type NetworkFigure = Omit<Figure, 'about' | 'period' | 'source'>;

/** Figures of a year’s network, with the unit and the notes that go with them. */
export interface OfNetwork {
  readonly figures: readonly NetworkFigure[];
  readonly unit?: string | undefined;
  readonly notes?: readonly string[];
}

/** Figures of each year’s network. */
export async function overNetworks<Choices extends NetworkChoices>(
  request: MeasureRequest<Choices>,
  evidence: Evidence,
  figuresOf: (network: Network) => OfNetwork,
  towards: Towards = 'sea',
): Promise<Computed> {
  const { basis, years } = await networksOf(request, evidence, towards);
  const answers = years.map(({ period, network }): Omit<Computed, 'basis'> => {
    if (isGap(network))
      return {
        figures: [{ about: request.focal, period, value: network, n: 0 }],
        unit: undefined,
        notes: [],
      };
    const { figures, unit, notes = [] } = figuresOf(network);
    return {
      figures: figures.map((figure) => ({ about: request.focal, period, source: network.source, ...figure })),
      unit,
      notes: [...network.notes, ...notes],
    };
  });
  return {
    figures: answers.flatMap(({ figures }) => figures),
    unit: answers.find(({ unit }) => unit !== undefined)?.unit,
    basis,
    notes: [...new Set(answers.flatMap(({ notes = [] }) => notes))],
  };
}
