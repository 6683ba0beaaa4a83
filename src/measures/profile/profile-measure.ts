import { z } from 'zod';
import { dimensions } from '../../model/dimension.ts';
import { MultivectorError } from '../../model/errors.ts';
import type { Figure } from '../../model/figure.ts';
import { gap, isGap } from '../../model/gap.ts';
import { archiveOf, defineMeasure } from '../measure.ts';
import { evidenceChoice, groundsOf } from '../vectors/basis.ts';
import { drawsChoice, recordsOfWeights } from '../vectors/dimension-figures.ts';
import { importancesChoice, withImportances } from '../vectors/importances.ts';
import { pairsOf } from '../vectors/pairs.ts';
import { measureDraws } from '../vectors/vectors.ts';
import { bestYear, told, yearsOf } from '../vectors/years.ts';
import { bands } from './bands.ts';
import { partnerSigns } from './machine-signs.ts';
import { type ProfileOptions, profile, signsOf } from './profile.ts';
import { profileIntervals } from './profile-intervals.ts';

/** Reads `0.3`, or `economic=0.4,security=0.1`. */
function substitutabilityOf(text: string): NonNullable<ProfileOptions['substitutability']> {
  const single = Number(text);
  const pairs = Number.isNaN(single) ? pairsOf(text, 'substitutability', dimensions) : undefined;
  for (const share of pairs?.values() ?? [single])
    if (!(share >= 0 && share <= 1))
      throw new MultivectorError('input', `substitutability: ${share} is not a share between 0 and 1`);
  return (dimension) => (pairs ? (pairs.get(dimension) ?? 0) : single);
}

/** Six figures of a multi-vector policy; never one score. */
export const profileMeasure = defineMeasure({
  id: 'profile',
  family: 'profile',
  title: 'Profile of a multi-vector policy',
  question: 'Is the policy multi-vector, and in what sense?',
  formula:
    'breadth: mean 1 / Σ w²; exposure: max w (1 − s); contradiction: mean Σ wⱼ wₖ min(1, |θⱼ − θₖ| / 3); issue split: 1 − mean cosine; signal variance: mean 4 p (1 − p); say-do gap: mean 1 − evenness',
  unit: 'partners (breadth), else share',
  range: [0, Number.POSITIVE_INFINITY],
  cite: [
    'Kuik, C.-C. (2008). The essence of hedging: Malaysia and Singapore’s response to a rising China. Contemporary Southeast Asia 30(2): 159–185.',
    'Contessi, N. P. (2015). Foreign and security policy diversification in Eurasia: issue splitting, co-alignment, and relational power. Problems of Post-Communism 62(5): 299–311.',
  ],
  weak: 'The numbers and the bands are ours and fitted to nothing; what could be replaced is the user’s to say; rivalry is seen in votes only. Between states only the archive compares, with the same partners for all.',
  interval:
    'weights under other samples and any importances, positions from their published intervals, cooperative shares from Beta(C + ½, K + ½), together',
  partners: 'needed',
  by: ['year'],
  items: 'part',
  choices: z.object({
    evidence: evidenceChoice,
    substitutability: z
      .string()
      .default('0')
      .describe(
        'share of the ties that could be replaced, 0 to 1, for all dimensions or some: 0.3, or economic=0.4,security=0.1',
      ),
    'machine-events': z
      .string()
      .optional()
      .describe(
        'data set of machine-coded events, such as icews, to take friendly and hostile acts from; else those on record',
      ),
    importances: importancesChoice,
    draws: drawsChoice,
  }),
  chart: 'dots',
  async compute({ focal, partners, from, to, choices, intervals = true }, evidence) {
    const grounds = await groundsOf(evidence, focal, partners, choices.evidence);
    const { records } = grounds;
    const draws = intervals ? choices.draws : 0;
    const mappings = withImportances(choices.importances, 'weight', undefined, grounds.mappings);
    const substitutability = substitutabilityOf(choices.substitutability);
    const machine = choices['machine-events'];
    const units: Record<string, string> = {};
    const sources = new Set<string>(machine === undefined ? [] : [machine]);
    const notes: string[] = [];
    const figures: Figure[] = [];
    const years =
      from === undefined && to === undefined
        ? [bestYear([records], grounds.basis === 'archive' ? 'archive' : 'dossier', mappings) ?? []].flat()
        : yearsOf(records, from, to);
    for (const [i, year] of years.entries()) {
      evidence.progress(i / years.length, `${focal} ${year}`);
      const measured = new Map(
        dimensions.map((dimension) => [
          dimension,
          measureDraws(records, dimension, { year, draws, mappings }),
        ]),
      );
      if ([...measured.values()].every(({ layers }) => layers.length === 0) && years.length > 1) continue;
      const signs =
        machine === undefined
          ? signsOf(records, year)
          : await partnerSigns(
              archiveOf(evidence, 'events', machine),
              machine,
              focal,
              records.partners,
              year,
            );
      const options = { substitutability, signs };
      const found = profile(records, year, measured, options);
      const ranges = profileIntervals(records, year, measured, found, draws, options);
      const all = [...measured.values()];
      for (const { terms } of all.flatMap(({ vectors }) => vectors))
        for (const { source } of terms) if (source !== undefined) sources.add(source);
      const ofWeights = [
        ...new Set(all.flatMap(({ vectors, balance }) => recordsOfWeights(vectors, balance))),
      ];
      notes.push(`${focal} ${year}: ${found.label} (${found.rule})`);
      for (const { id, unit, value, band, words, terms } of found.parts) {
        units[id] = unit;
        figures.push({
          about: focal,
          period: String(year),
          item: id,
          value,
          interval: ranges.get(id) ?? gap('unknown', 'not drawn'),
          n: terms.length,
          records:
            id === 'signal-variance'
              ? signs.flatMap((one) => one.records)
              : id === 'say-do-gap'
                ? terms.flatMap(({ record }) => record ?? [])
                : ofWeights,
          note: isGap(value) ? words : `${band}; ${words}`,
        });
      }
    }
    return {
      figures: told(figures, { from, to }),
      units,
      limits: Object.entries(bands).flatMap(([item, [low, high]]) => [
        { item, value: low, words: 'low below' },
        { item, value: high, words: 'high from' },
      ]),
      basis: machine !== undefined && grounds.basis === 'dossier' ? 'dossier and archive' : grounds.basis,
      sources: [...sources].sort(),
      notes: [
        ...grounds.notes,
        ...(machine === undefined
          ? []
          : [`friendly and hostile acts: machine-coded events of ${machine}, not reviewed`]),
        ...notes,
      ],
    };
  },
});
