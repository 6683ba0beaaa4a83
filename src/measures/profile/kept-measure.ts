import { z } from 'zod';
import type { Dimension } from '../../model/dimension.ts';
import { MultivectorError } from '../../model/errors.ts';
import type { Figure } from '../../model/figure.ts';
import { isGap } from '../../model/gap.ts';
import { commitmentTable, type Records } from '../../model/records.ts';
import { defineMeasure } from '../measure.ts';
import { groundsOf } from '../vectors/basis.ts';
import { drawsChoice, recordsOfWeights } from '../vectors/dimension-figures.ts';
import { bestYear } from '../vectors/years.ts';
import { commitmentChange } from './kept.ts';
import { type Expected, seenIn } from './practice.ts';
import { type PractisedYear, practisedYear } from './practices.ts';

/** What the user takes to show commitments kept: `commit-a=friendliness,commit-b=ties-rise`. */
function expectedOf(text: string | undefined, { commitments }: Records): ReadonlyMap<string, Expected> {
  const kinds = Object.keys(seenIn) as Expected[];
  return new Map(
    (text ?? '')
      .split(',')
      .filter((part) => part.trim() !== '')
      .map((part, i) => {
        const [id = '', kind = ''] = part.split('=').map((one) => one.trim());
        const found = kinds.find((one) => one === kind);
        const where = `expects, part ${i + 1}`;
        if (commitments.every((one) => one.id !== id))
          throw new MultivectorError('input', `${where}: there is no commitment “${id}”`, {
            hint: `there are: ${commitments.map((one) => one.id).join(', ')}`,
          });
        if (!found)
          throw new MultivectorError('input', `${where}: “${kind}” is nothing that a measure can show`, {
            hint: `there are: ${kinds.join(', ')}`,
          });
        return [id, found] as const;
      }),
  );
}

/** What policy documents declare, against what is done. */
export const keptMeasure = defineMeasure({
  id: 'kept',
  family: 'profile',
  title: 'Declared and practised',
  question: 'Is what policy documents declare practised?',
  formula: 'figure that would show it in the year − the same in the year before the document',
  unit: 'as the commitment is seen: partners, or share',
  range: [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY],
  cite: [
    'OECD and Joint Research Centre (2008). Handbook on Constructing Composite Indicators. OECD Publishing. doi:10.1787/9789264043466-en',
  ],
  weak: 'What changed after a document need not have changed because of it; evenness of ties is a poor sign of equality between states; most of what documents declare no measure at hand can show, and that is left open.',
  interval:
    'of the difference: records resampled in both years and the same importances, drawn from Dirichlet(1, …, 1), in both',
  partners: 'needed',
  by: ['year'],
  items: 'commitment',
  choices: z.object({
    expects: z
      .string()
      .optional()
      .describe(
        `what would show a commitment kept, in place of what the dossier says: id=${commitmentTable.columns.expects.allowed?.join('|')}, “,” between several`,
      ),
    draws: drawsChoice,
  }),
  chart: 'dots',
  async compute({ focal, partners, from, to, choices, intervals = true }, evidence) {
    const { records, basis, notes } = await groundsOf(evidence, focal, partners, 'dossier');
    const expected = expectedOf(choices.expects, records);
    const last = to ?? from ?? bestYear([records], 'dossier');
    const first = from ?? last;
    const wanted =
      last === undefined
        ? []
        : Array.from({ length: Math.max(0, Number(last) - Number(first) + 1) }, (_, i) => Number(first) + i);
    const draws = intervals ? choices.draws : 0;
    const years = new Map<number, PractisedYear>();
    const at = (year: number): PractisedYear => {
      const known = years.get(year) ?? practisedYear(records, year, draws);
      years.set(year, known);
      return known;
    };
    const behind = (year: number, dimension: Dimension | undefined): string[] =>
      [...at(year).measured].flatMap(([one, { vectors, balance }]) =>
        dimension === undefined || dimension === one ? recordsOfWeights(vectors, balance) : [],
      );
    const units: Record<string, string> = {};
    const figures = wanted.flatMap((year) =>
      records.commitments.map((commitment): Figure => {
        const expects = expected.get(commitment.id) ?? commitment.expects;
        const change = commitmentChange(records, commitment, expects, year, draws, at);
        units[commitment.id] = expects === undefined ? '' : seenIn[expects].unit;
        const ids = isGap(change.now) ? [] : behind(year, commitment.dimension);
        return {
          about: focal,
          period: String(year),
          item: commitment.id,
          value: change.difference,
          interval: change.interval,
          n: ids.length,
          records: [commitment.id, ...ids],
          note: `${change.verdict}: “${commitment.text}” (${change.words})`,
        };
      }),
    );
    return {
      figures,
      units,
      basis,
      notes: [
        ...notes,
        ...(records.commitments.length === 0 ? [`${focal}: no policy document is on record`] : []),
      ],
    };
  },
});
