import { z } from 'zod';
import { MultivectorError } from '../../model/errors.ts';
import type { Figure } from '../../model/figure.ts';
import { archiveOf, defineMeasure } from '../measure.ts';
import { seeded } from '../random.ts';
import { evidenceChoice, groundsOf } from '../vectors/basis.ts';
import { drawsChoice } from '../vectors/dimension-figures.ts';
import { ownFigure } from '../vectors/observed.ts';
import { told, yearsOf } from '../vectors/years.ts';
import { machineSigns } from './machine-signs.ts';
import { rivalryOf } from './rivalry.ts';

/** How far the focal state's partners are rivals of each other. */
export const rivalryMeasure = defineMeasure({
  id: 'rivalry',
  family: 'profile',
  title: 'Rivalry between partners',
  question: 'Which of the partners are rivals of each other?',
  formula:
    'cⱼₖ = min(1, |θⱼ − θₖ| / 3), or material conflict / all acts between j and k, or the mean of both',
  unit: 'share of full rivalry',
  range: [0, 1],
  cite: [
    'Bailey, M. A., Strezhnev, A. and Voeten, E. (2017). Estimating dynamic state preferences from United Nations voting data. Journal of Conflict Resolution 61(2): 430–456. doi:10.1177/0022002715595700',
    'Open Event Data Alliance (2018). PLOVER: Political Language Ontology for Verifiable Event Records.',
  ],
  weak: 'That three units of the ideal point are full rivalry is ours; votes see little of rivalry in the field, and machine-coded acts follow the attention of the press.',
  interval:
    'positions drawn from their published intervals; the share of material conflict from Beta(x + ½, n − x + ½)',
  partners: 'needed',
  by: ['year'],
  choices: z.object({
    grounds: z
      .enum(['ideal-points', 'material-conflict', 'both'])
      .default('ideal-points')
      .describe('what rivalry is seen in'),
    'machine-events': z
      .string()
      .optional()
      .describe(
        'data set of machine-coded events, such as icews, where rivalry is seen in material conflict',
      ),
    evidence: evidenceChoice,
    draws: drawsChoice,
  }),
  chart: 'lines',
  async compute({ focal, partners, from, to, choices, intervals = true }, evidence) {
    const dataset = choices['machine-events'];
    if (choices.grounds !== 'ideal-points' && dataset === undefined)
      throw new MultivectorError('input', `rivalry from ${choices.grounds} needs a data set of events`, {
        hint: 'name one: machine-events=icews',
      });
    const grounds = await groundsOf(evidence, focal, partners, choices.evidence);
    const { records } = grounds;
    const pairs = partners.flatMap((one, i) => partners.slice(i + 1).map((other) => [one, other] as const));
    const figures: Figure[] = [];
    for (const year of yearsOf(records, from, to)) {
      const acts =
        choices.grounds === 'ideal-points' || dataset === undefined
          ? undefined
          : await machineSigns(archiveOf(evidence, 'events', dataset), dataset, pairs, year, true);
      for (const [i, [one, other]] of pairs.entries()) {
        const [a, b] = [one, other].map((who) => ownFigure(records, who, 'ideal-point', year));
        const counted = acts?.[i];
        figures.push({
          about: one,
          partner: other,
          period: String(year),
          ...rivalryOf(
            { positions: a && b ? [a, b] : undefined, acts: counted },
            choices.grounds,
            intervals ? choices.draws : 0,
            seeded(`${one} ${other} ${year} rivalry`),
          ),
          n: counted?.all ?? (a && b ? 2 : 0),
          ...(choices.grounds !== 'material-conflict' && {
            records: [...(a?.records ?? []), ...(b?.records ?? [])],
            source: a?.source,
            ...(a !== undefined && a.period !== String(year) && { note: `positions of ${a.period}` }),
          }),
        });
      }
    }
    const machine = choices.grounds !== 'ideal-points';
    return {
      figures: told(figures, { from, to }),
      basis:
        choices.grounds === 'material-conflict'
          ? 'archive'
          : machine && grounds.basis === 'dossier'
            ? 'dossier and archive'
            : grounds.basis,
      sources: machine && dataset !== undefined ? [dataset] : [],
      notes: [
        ...grounds.notes,
        ...(machine ? [`acts of five years: machine-coded events of ${dataset}, not reviewed`] : []),
      ],
    };
  },
});
