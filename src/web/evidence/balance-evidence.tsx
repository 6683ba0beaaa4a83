import type { Dimension } from '../../model/dimension.ts';
import { isGap, type Value } from '../../model/gap.ts';
import type { Balance, Resultant } from '../../model/measured.ts';
import { type LightVector, pathOf, useAnswer, type YearAnswer } from '../api.ts';
import { useDossier } from '../dossier-context.tsx';
import { Go, useNavigation } from '../navigation.tsx';
import { decimals, gapText, intervalText, percent, signed, titled } from '../words.tsx';
import { Copy, csv, Formula, Pending } from './parts.tsx';

type Part =
  | 'effectivePartners'
  | 'effectivePartnersShannon'
  | 'evenness'
  | 'leader'
  | 'leaderHolds'
  | 'coverage'
  | 'pull'
  | 'stand';

const titles: Readonly<Record<Part, string>> = {
  effectivePartners: 'Effective number of partners',
  effectivePartnersShannon: 'Effective number of partners, by entropy',
  evenness: 'Evenness',
  leader: 'Leading partner',
  leaderHolds: 'How often it leads',
  coverage: 'Coverage',
  pull: 'Pull of the ties',
  stand: 'Own position',
};

const reading: Readonly<Record<Part, string>> = {
  effectivePartners:
    'As many partners of equal weight would be spread like this. 1: one partner has all; the number of partners: all are equal.',
  effectivePartnersShannon:
    'The same question asked with Shannon’s entropy, which gives small partners more say. Where the two are far apart, the answer hangs on the small ones.',
  evenness: '1 is equal weights; near 0, one partner has nearly all.',
  leader: 'The partner with the greatest weight.',
  leaderHolds:
    'Records are resampled, votes redrawn and the importances of the indicators drawn anew; this is the share of draws in which the same partner leads.',
  coverage:
    'How much of the world total the named partners have together, where an indicator knows a total. Weights are shares among the named partners only.',
  pull: 'Weighted mean of the partners’ positions in the General Assembly: towards the United States-led order is positive.',
  stand: 'Where the focal state stands itself, by its own votes.',
};

const isPart = (text: string): text is Part => text in titles;

/** A number of the balance or the resultant, with what it was computed from. */
export function BalanceEvidence({ id }: { id: string }) {
  const { address } = useNavigation();
  const [dimension, year, part = ''] = id.split('.');
  const answered = useAnswer<YearAnswer>(pathOf(address, 'measures', { year }));
  const own = answered.answer?.dimensions.find((one) => one.dimension === dimension);
  if (!own || !isPart(part) || String(answered.answer?.year) !== year)
    return isPart(part) ? <Pending answered={answered} /> : <p>There is no number “{part}”.</p>;
  const { balance, resultant } = own;
  const vectors = own.vectors.filter(({ id }) => balance.vectors.includes(id));
  return (
    <>
      <h2>{titles[part]}</h2>
      <p class="overline">
        {titled(own.dimension)}, {year}
      </p>
      <Headline part={part} balance={balance} resultant={resultant} />
      <p>{reading[part]}</p>
      {part === 'pull' || part === 'stand' ? (
        <Positions resultant={resultant} part={part} dimension={own.dimension} year={year ?? ''} />
      ) : (
        <Weights part={part} balance={balance} vectors={vectors} />
      )}
    </>
  );
}

function Headline({ part, balance, resultant }: { part: Part; balance: Balance; resultant: Resultant }) {
  const { names } = useDossier();
  const [value, text, interval] = ((): [Value, (value: number) => string, string] => {
    switch (part) {
      case 'effectivePartners':
        return [
          balance.effectivePartners,
          (value) => decimals(value, 2),
          intervalText(balance.effectivePartnersInterval, 'number'),
        ];
      case 'effectivePartnersShannon':
        return [balance.effectivePartnersShannon, (value) => decimals(value, 2), ''];
      case 'evenness':
        return [balance.evenness, (value) => decimals(value, 2), ''];
      case 'leader':
        return [
          isGap(balance.leader) ? balance.leader : balance.leader.weight,
          (value) =>
            `${isGap(balance.leader) ? '' : (names[balance.leader.partner] ?? balance.leader.partner)} ${percent(value)}`,
          '',
        ];
      case 'leaderHolds':
        return [balance.leaderHolds, percent, ''];
      case 'coverage':
        return [balance.coverage, percent, ''];
      case 'pull':
        return [resultant.pull, (value) => signed(value, 2), ''];
      default:
        return [
          resultant.stand,
          (value) => signed(value, 2),
          intervalText(resultant.standInterval, 'position'),
        ];
    }
  })();
  return (
    <p class="headline">
      <b>{isGap(value) ? '–' : text(value)}</b>{' '}
      <span class="interval">{isGap(value) ? gapText(value) : interval}</span>
    </p>
  );
}

/** The numbers put into a formula. */
function filled(part: Part, weights: readonly number[], balance: Balance): string | undefined {
  const shown = weights.map((weight) => decimals(weight, 3));
  const result = (value: Value) => (isGap(value) ? '–' : decimals(value, 2));
  switch (part) {
    case 'effectivePartners':
      return `1 / (${shown.map((weight) => `${weight}²`).join(' + ')}) = ${result(balance.effectivePartners)}`;
    case 'effectivePartnersShannon':
      return `exp(${weights.map((weight) => (weight > 0 ? decimals(-weight * Math.log(weight), 3) : '0')).join(' + ')}) = ${result(balance.effectivePartnersShannon)}`;
    case 'evenness':
      return `ln ${result(balance.effectivePartnersShannon)} / ln ${weights.length} = ${result(balance.evenness)}`;
    case 'leader':
      return `max(${shown.join(', ')}) = ${shown[0] ?? '–'}`;
    default:
      return undefined;
  }
}

function Weights({
  part,
  balance,
  vectors,
}: {
  part: Part;
  balance: Balance;
  vectors: readonly LightVector[];
}) {
  const { formulas, names } = useDossier();
  const weighted = vectors
    .flatMap((vector) => (isGap(vector.weight) ? [] : [{ vector, weight: vector.weight }]))
    .toSorted((a, b) => b.weight - a.weight);
  const weights = weighted.map(({ weight }) => weight);
  const formula = formulas[part === 'leaderHolds' ? 'leader' : part];
  return (
    <>
      <Formula formula={formula} filled={weights.length === 0 ? undefined : filled(part, weights, balance)} />
      <section aria-label="Computed from">
        <h3>Computed from {weights.length} vectors</h3>
        <table class="terms">
          <thead>
            <tr>
              <th scope="col">Vector</th>
              <th scope="col">Weight</th>
              <th scope="col">Interval</th>
              <th scope="col">w²</th>
            </tr>
          </thead>
          <tbody>
            {weighted.map(({ vector, weight }) => (
              <tr key={vector.id}>
                <th scope="row">
                  <Go to={{ open: vector.id }}>{names[vector.partner] ?? vector.partner}</Go>{' '}
                  <small>
                    {vector.n} {vector.n === 1 ? 'record' : 'records'}
                  </small>
                </th>
                <td>{decimals(weight * 100, 1)} %</td>
                <td>{intervalText(vector.weightInterval, 'share') || '–'}</td>
                <td>{decimals(weight ** 2, 4)}</td>
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">Sum</th>
              <td>{decimals(weights.reduce((sum, weight) => sum + weight, 0) * 100, 1)} %</td>
              <td />
              <td>
                {decimals(
                  weights.reduce((sum, weight) => sum + weight ** 2, 0),
                  4,
                )}
              </td>
            </tr>
          </tfoot>
        </table>
      </section>
      <div class="actions">
        <Copy text={() => JSON.stringify(balance, undefined, 2)}>Copy as JSON</Copy>
        <Copy
          text={() =>
            csv([
              ['vector', 'partner', 'weight'],
              ...weighted.map(({ vector, weight }) => [vector.id, vector.partner, weight]),
            ])
          }
        >
          Copy as CSV
        </Copy>
      </div>
    </>
  );
}

function Positions({
  resultant,
  part,
  dimension,
  year,
}: {
  resultant: Resultant;
  part: 'pull' | 'stand';
  dimension: Dimension;
  year: string;
}) {
  const { formulas, names, focal, sources } = useDossier();
  const total = resultant.terms.reduce((sum, { weight }) => sum + weight, 0);
  const rows = resultant.terms.toSorted((a, b) => b.contribution - a.contribution);
  const source = sources.find(({ id }) => id === resultant.positionSource);
  return (
    <>
      {part === 'pull' ? (
        <Formula
          formula={formulas.pull}
          filled={
            isGap(resultant.pull)
              ? undefined
              : `${rows.map(({ contribution }) => signed(contribution, 2)).join(' ')} = ${signed(resultant.pull, 2)}`
          }
        />
      ) : null}
      {resultant.positionPeriod ? (
        <p class="note">
          Positions of {resultant.positionPeriod}
          {source ? (
            <>
              , from <Go to={{ open: `source:${source.id}` }}>{source.citation}</Go>
            </>
          ) : null}
          .
        </p>
      ) : null}
      <section aria-label="Computed from">
        <h3>{part === 'pull' ? 'Computed from' : `The partners of ${focal.name} beside it`}</h3>
        <table class="terms">
          <thead>
            <tr>
              <th scope="col">Partner</th>
              <th scope="col">Weight</th>
              <th scope="col">Position</th>
              <th scope="col">Adds</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ partner, weight, position, contribution, record }) => (
              <tr key={partner}>
                <th scope="row">
                  <Go to={{ open: `${focal.id}.${partner}.${dimension}.${year}` }}>
                    {names[partner] ?? partner}
                  </Go>
                </th>
                <td>{decimals((weight / total) * 100, 1)} %</td>
                <td>
                  <Go
                    to={{ open: `record:${record}` }}
                    className="number"
                    label={`Position of ${names[partner] ?? partner}: ${signed(position, 2)}; show the record`}
                  >
                    {signed(position, 2)}
                  </Go>
                </td>
                <td>{signed(contribution, 2)}</td>
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row" colSpan={3}>
                Sum
              </th>
              <td>{isGap(resultant.pull) ? '–' : signed(resultant.pull, 2)}</td>
            </tr>
          </tfoot>
        </table>
      </section>
      <div class="actions">
        <Copy text={() => JSON.stringify(resultant, undefined, 2)}>Copy as JSON</Copy>
      </div>
    </>
  );
}
