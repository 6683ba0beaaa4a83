import { type DotRow, dotChart, screenTheme } from '../../figures/index.ts';
import { dateWords, parseDate } from '../../model/date.ts';
import type { Disagreement, Side } from '../../model/measured.ts';
import type { DossierAnswer, SourceAnswer } from '../api.ts';
import { Figure, useWidth } from '../figure.tsx';
import { Go, useNavigation } from '../navigation.tsx';
import { decimals } from '../words.tsx';

export const verdictWords: Readonly<Record<NonNullable<Disagreement['verdict']>, string>> = {
  supported: 'The figures bear the claim out.',
  'definition-dependent': 'Whether it holds hangs on the definition and the year.',
  contradicted: 'No figure bears the claim out.',
  'no data': 'There is no figure to hold it against.',
};

export const citationOf = (sources: readonly SourceAnswer[], id: string): string =>
  sources.find((source) => source.id === id)?.citation ?? id;

const titleOf = (sources: readonly SourceAnswer[], id: string): string =>
  sources.find((source) => source.id === id)?.title ?? id;

/** All that the sources state, a row for each. */
export function DisagreementTable({
  disagreement,
  sources,
}: {
  disagreement: Disagreement;
  sources: readonly SourceAnswer[];
}) {
  return (
    <table class="terms sides">
      <thead>
        <tr>
          <th scope="col">Source</th>
          <th scope="col">Period</th>
          <th scope="col">States</th>
          <th scope="col">As</th>
        </tr>
      </thead>
      <tbody>
        {disagreement.sides.map((side) => (
          <tr key={`${side.record} ${side.states}`}>
            <th scope="row">
              <Go to={{ open: `source:${side.source}` }}>{citationOf(sources, side.source)}</Go>
            </th>
            <td>{side.period ?? ''}</td>
            <td>
              {disagreement.kind === 'field' ? (
                side.states
              ) : (
                <Go
                  to={{ open: `record:${side.record}` }}
                  className="number"
                  label={`${side.states}, ${side.period ?? ''}; show the record`}
                >
                  {side.states}
                </Go>
              )}
            </td>
            <td>{side.definition ?? ''}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Rows of a chart: one for each definition, or for each period where two sources measure the same. */
function rowsOf(disagreement: Disagreement, sources: readonly SourceAnswer[], narrow: boolean): DotRow[] {
  const { sides, kind } = disagreement;
  const definitions = [...new Set(sides.map(({ definition }) => definition ?? ''))];
  const periods = [...new Set(sides.map(({ period }) => period ?? ''))].sort();
  const named = [...new Set(sides.map(({ source }) => source))];
  const dot = (side: Side, text: string) => ({
    value: side.value ?? 0,
    text,
    told: `${citationOf(sources, side.source)}, ${side.period ?? ''}: ${side.states}`,
    record: side.record,
    series: named.indexOf(side.source),
  });
  if (kind === 'claim' && definitions.length > 1)
    return definitions.map((definition) => ({
      name: definition.includes('as stated') ? 'as stated' : definition.replace(/^Share of inward /, ''),
      dots: sides
        .filter((side) => (side.definition ?? '') === definition)
        .map((side) => ({
          ...dot(side, narrow ? (side.period ?? '') : `${side.period ?? ''}: ${side.states}`),
          series: definition.includes('as stated') ? 1 : 0,
        })),
    }));
  if (kind === 'claim')
    return named.map((source) => ({
      name: citationOf(sources, source),
      dots: sides.filter((side) => side.source === source).map((side) => dot(side, side.states)),
    }));
  return periods.map((period) => ({
    name: period,
    dots: sides
      .filter((side) => (side.period ?? '') === period)
      .map((side) => dot(side, (side.value ?? 0).toLocaleString('en', { maximumFractionDigits: 0 }))),
  }));
}

function DisagreementItem({ disagreement, dossier }: { disagreement: Disagreement; dossier: DossierAnswer }) {
  const { go } = useNavigation();
  const [node, width] = useWidth<HTMLDivElement>(520);
  const { kind, sides, about, verdict } = disagreement;
  const { sources } = dossier;
  const stated = kind === 'claim' ? sides[0] : undefined;
  const isShare = sides[0]?.unit === 'share';
  const numeric = sides.every(({ value }) => value !== undefined);
  const named = [...new Set(sides.map(({ source }) => source))];
  const wide = new Set(sides.map(({ definition }) => definition)).size > 1;
  return (
    <article class={wide ? 'disagreement whole' : 'disagreement'} ref={node}>
      <h3>
        <Go to={{ open: `disagreement:${disagreement.id}` }}>{about}</Go>
      </h3>
      {verdict ? <p class="caption">{verdictWords[verdict]}</p> : null}
      {numeric ? (
        <Figure
          drawing={dotChart(rowsOf(disagreement, sources, width < 620), {
            theme: screenTheme,
            width: Math.min(wide ? 1100 : 640, width),
            stacked: kind === 'claim' && !wide,
            unit: isShare ? '' : (sides[0]?.unit ?? ''),
            write: (value) =>
              isShare
                ? `${decimals(value * 100, 0)} %`
                : value.toLocaleString('en', { maximumFractionDigits: 0 }),
            title: `${about}: ${sides.map((side) => `${side.states} (${side.period ?? ''})`).join(', ')}`,
            zero: isShare,
            reference:
              stated?.value !== undefined && kind === 'claim'
                ? { value: stated.value, text: `claimed ${stated.states}` }
                : undefined,
          })}
          onOpen={({ record }) => record && go({ open: `record:${record}` })}
        />
      ) : (
        <ul class="sides">
          {sides.map((side) => (
            <li key={`${side.source} ${side.states}`}>
              <b>{parseDate(side.states) ? dateWords(side.states) : side.states}</b>{' '}
              <Go to={{ open: `source:${side.source}` }}>{citationOf(sources, side.source)}</Go>
            </li>
          ))}
        </ul>
      )}
      {numeric && kind === 'figure' && named.length === 2 ? (
        <p class="note">
          Filled: {titleOf(sources, named[0] ?? '')}. Open: {titleOf(sources, named[1] ?? '')}.
        </p>
      ) : null}
      {numeric && sides.length > 2 ? (
        <details>
          <summary>All {sides.length} figures</summary>
          <DisagreementTable disagreement={disagreement} sources={sources} />
        </details>
      ) : null}
    </article>
  );
}

/** What sources state differently: all of it is kept, and set side by side. */
export function DisagreementsView({
  disagreements,
  dossier,
}: {
  disagreements: readonly Disagreement[];
  dossier: DossierAnswer;
}) {
  // First what hangs on the definition, then other claims and fields, then series of figures.
  const rank = ({ kind, verdict }: Disagreement) =>
    verdict === 'definition-dependent' ? 0 : kind === 'figure' ? 2 : 1;
  const ranked = disagreements.toSorted((a, b) => rank(a) - rank(b));
  return (
    <section class="wide" id="disagreements" aria-labelledby="disagreements-title">
      <h2 id="disagreements-title">Where sources disagree</h2>
      <p class="lead">
        Two sources that state a thing differently are both kept. Open a mark for the record behind it.
      </p>
      {disagreements.length === 0 ? <p class="because">No two sources of this dossier disagree.</p> : null}
      <div class="columns">
        {ranked.map((one) => (
          <DisagreementItem key={one.id} disagreement={one} dossier={dossier} />
        ))}
      </div>
    </section>
  );
}
