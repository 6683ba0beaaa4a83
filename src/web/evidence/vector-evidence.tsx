import { directionWord } from '../../figures/index.ts';
import { isGap, type Value } from '../../model/gap.ts';
import { quantityText } from '../../model/quantity.ts';
import { type ExplanationAnswer, pathOf, useAnswer } from '../api.ts';
import { useDossier } from '../dossier-context.tsx';
import { useNavigation } from '../navigation.tsx';
import { decimals, gapText, intervalText, percent, signed, titled } from '../words.tsx';
import { Copy, csv, Formula, Pending, RecordItem } from './parts.tsx';

/** How many of a term's records are shown before the rest is asked for. */
const shownFirst = 8;

/** A vector down to its records: the formula, the terms that sum to it, and what each rests on. */
export function VectorEvidence({ id }: { id: string }) {
  const { address } = useNavigation();
  const { formulas } = useDossier();
  const answered = useAnswer<ExplanationAnswer>(pathOf(address, `vectors/${encodeURIComponent(id)}`));
  const { answer } = answered;
  if (!answer || answer.vector.id !== id) return <Pending answered={answered} />;
  const { vector, names } = answer;
  return (
    <>
      <h2>
        {names.focal} <span aria-hidden="true">→</span>
        <span class="hidden">and</span> {names.partner}
      </h2>
      <p class="overline">
        {titled(vector.dimension)}, {vector.period}
      </p>
      {vector.within ? (
        <p class="note">Its figures are already counted in {vector.within}; the sums leave it out.</p>
      ) : null}
      <Part
        title="Weight"
        value={vector.weight}
        text={isGap(vector.weight) ? '–' : percent(vector.weight)}
        interval={intervalText(vector.weightInterval, 'share')}
        formula={formulas.weight}
        part="weight"
        answer={answer}
        write={(value) => decimals(value * 100, 1)}
      />
      <Part
        title="Direction"
        value={vector.direction}
        text={isGap(vector.direction) ? '–' : signed(vector.direction, 2)}
        interval={intervalText(vector.directionInterval, 'position')}
        words={isGap(vector.direction) ? undefined : directionWord(vector.direction)}
        formula={formulas.direction}
        part="direction"
        answer={answer}
        write={(value) => signed(value, 2)}
      />
      <div class="actions">
        <Copy text={() => JSON.stringify(vector, undefined, 2)}>Copy as JSON</Copy>
        <Copy
          text={() =>
            csv([
              [
                'part',
                'indicator',
                'title',
                'period',
                'amount',
                'unit',
                'total',
                'scaled',
                'contribution',
                'source',
                'records',
              ],
              ...vector.terms.map((term) => [
                term.part,
                term.indicator,
                term.title,
                term.period,
                term.amount,
                term.unit,
                term.total,
                term.scaled,
                term.contribution,
                term.source,
                term.records.join('; '),
              ]),
            ])
          }
        >
          Copy as CSV
        </Copy>
      </div>
    </>
  );
}

function Part({
  title,
  value,
  text,
  interval,
  words,
  formula,
  part,
  answer,
  write,
}: {
  title: string;
  value: Value;
  text: string;
  interval: string;
  words?: string | undefined;
  formula: string | undefined;
  part: 'weight' | 'direction';
  answer: ExplanationAnswer;
  write: (value: number) => string;
}) {
  const terms = answer.terms.filter(({ term }) => term.part === part);
  const filled =
    isGap(value) || terms.length === 0
      ? undefined
      : `${terms.map(({ term }, index) => (index === 0 || term.contribution < 0 ? write(term.contribution) : part === 'weight' ? `+ ${write(term.contribution)}` : write(term.contribution))).join(' ')} = ${write(value)}${part === 'weight' ? ' %' : ''}`;
  return (
    <section class="part" aria-label={title}>
      <h3>
        {title} <b>{text}</b>
        {interval ? <span class="interval"> {interval}</span> : null}
        {words ? <span class="interval">, {words}</span> : null}
      </h3>
      {isGap(value) ? <p class="because">No figure: {gapText(value)}.</p> : null}
      <Formula formula={formula} filled={filled} />
      {terms.length === 0 ? null : (
        <table class="terms">
          <caption class="hidden">Terms of the {part}</caption>
          <thead>
            <tr>
              <th scope="col">Term</th>
              <th scope="col">Figure</th>
              <th scope="col">{part === 'weight' ? 'Share' : 'Position'}</th>
              <th scope="col">{part === 'weight' ? 'Adds, points' : 'Adds'}</th>
            </tr>
          </thead>
          <tbody>
            {terms.map(({ term }) => (
              <tr key={term.indicator}>
                <th scope="row">
                  {term.title} <small>{term.period}</small>
                </th>
                <td>
                  {quantityText(term.amount, term.unit)}
                  {term.total === undefined || term.unit === 'share' ? null : (
                    <small> of {quantityText(term.total, term.unit)}</small>
                  )}
                </td>
                <td>{part === 'weight' ? percent(term.scaled) : signed(term.scaled, 2)}</td>
                <td>{write(term.contribution)}</td>
              </tr>
            ))}
          </tbody>
          {isGap(value) ? null : (
            <tfoot>
              <tr>
                <th scope="row" colSpan={3}>
                  Sum
                </th>
                <td>{write(terms.reduce((sum, { term }) => sum + term.contribution, 0))}</td>
              </tr>
            </tfoot>
          )}
        </table>
      )}
      {terms.map(({ term, how, citation, records }) => (
        <details class="term" key={term.indicator} open={records.length <= shownFirst}>
          <summary>
            {term.title}: {records.length} {records.length === 1 ? 'record' : 'records'}
          </summary>
          {how ? (
            <p class="how">
              {how}
              {citation ? `; ${citation}` : ''}
            </p>
          ) : null}
          <ul class="records">
            {records.map((record) => (
              <RecordItem key={record.id} record={record} />
            ))}
          </ul>
        </details>
      ))}
    </section>
  );
}
