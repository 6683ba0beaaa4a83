import { useState } from 'preact/hooks';
import { screenTheme, series as seriesFigure } from '../../figures/index.ts';
import type { DossierAnswer, SeriesAnswer } from '../api.ts';
import { Figure, useWidth } from '../figure.tsx';
import { useNavigation } from '../navigation.tsx';
import { decimals, intervalText, titled, valueText } from '../words.tsx';

type Shown = 'weight' | 'direction' | 'effective';
const choices: readonly { readonly id: Shown; readonly title: string }[] = [
  { id: 'weight', title: 'Weights' },
  { id: 'direction', title: 'Directions' },
  { id: 'effective', title: 'Effective partners' },
];

/** With fewer partners that have a figure, a share of their sum says nothing: one alone would have all. */
const fewestPartners = 3;

/** How many lines are drawn unless more are asked for. */
const linesFirst = 5;

/** Weights, directions and the effective number of partners through the years. */
export function SeriesView({ dossier, series }: { dossier: DossierAnswer; series: SeriesAnswer }) {
  const { go, address } = useNavigation();
  const [node, width] = useWidth<HTMLDivElement>(900);
  const [shown, setShown] = useState<Shown>('weight');
  const [all, setAll] = useState(false);
  const withFigures = series.years.filter(({ vectors }) =>
    vectors.some(({ weight, direction }) => typeof weight === 'number' || typeof direction === 'number'),
  );
  const years = withFigures.filter(
    ({ vectors }) =>
      shown === 'direction' ||
      vectors.filter(({ weight }) => typeof weight === 'number').length >= fewestPartners,
  );
  const importance = (partner: string) =>
    Math.max(
      0,
      ...years.slice(-8).map(({ vectors }) => {
        const weight = vectors.find((one) => one.partner === partner)?.weight;
        return typeof weight === 'number' ? weight : 0;
      }),
    );
  const partners = dossier.partners.toSorted((a, b) => importance(b.id) - importance(a.id));
  const few = all ? partners : partners.slice(0, linesFirst);
  const lines =
    shown === 'effective'
      ? [
          {
            id: dossier.focal.id,
            name: 'Effective',
            points: years.map(({ year, effectivePartners, effectivePartnersInterval }) => ({
              period: String(year),
              value: effectivePartners,
              interval: effectivePartnersInterval,
            })),
          },
        ]
      : few.map(({ id, name }) => ({
          id,
          name,
          points: years.flatMap(({ year, vectors }) => {
            const vector = vectors.find(({ partner }) => partner === id);
            return vector
              ? [
                  {
                    period: String(year),
                    value: vector[shown],
                    interval: few.length > 6 ? undefined : vector[`${shown}Interval`],
                    vector: vector.id,
                  },
                ]
              : [];
          }),
        }));
  return (
    <section class="wide" id="years" aria-labelledby="series-title">
      <h2 id="series-title">Through the years</h2>
      <div class="choices">
        <fieldset class="segments">
          <legend class="hidden">What is shown</legend>
          {choices.map(({ id, title }) => (
            <label key={id} class={id === shown ? 'chosen' : undefined}>
              <input
                class="hidden"
                type="radio"
                name="series"
                checked={id === shown}
                onChange={() => setShown(id)}
              />
              {title}
            </label>
          ))}
        </fieldset>
        {shown === 'effective' || partners.length <= linesFirst ? null : (
          <label class="check">
            <input type="checkbox" checked={all} onChange={() => setAll(!all)} />
            all {partners.length} partners
          </label>
        )}
      </div>
      {years.length < withFigures.length ? (
        <p class="note">
          Left out: {withFigures.length - years.length} years in which fewer than {fewestPartners} partners
          have a figure.
        </p>
      ) : null}
      <div ref={node}>
        {years.length === 0 ? (
          <p class="because">No year has a figure.</p>
        ) : (
          <Figure
            drawing={seriesFigure(lines, {
              theme: screenTheme,
              width: width,
              height: width < 560 ? 260 : 340,
              unit: shown === 'weight' ? 'share' : shown === 'direction' ? 'position' : 'number',
              ...(shown === 'direction' && { domain: [-1, 1] as const }),
              title: `${titled(series.dimension)} ${shown === 'effective' ? 'effective number of partners' : shown}, ${years[0]?.year ?? ''} to ${years.at(-1)?.year ?? ''}`,
            })}
            onOpen={({ vector }) => go({ open: vector })}
          />
        )}
      </div>
      <details class="table">
        <summary>The figures as a table</summary>
        <section class="scroll" aria-label="Figures through the years">
          <table class="terms">
            <thead>
              <tr>
                <th scope="col">Year</th>
                {shown === 'effective' ? (
                  <>
                    <th scope="col">Effective partners</th>
                    <th scope="col">Interval</th>
                  </>
                ) : (
                  partners.map(({ id, name }) => (
                    <th key={id} scope="col" title={name}>
                      {id}
                    </th>
                  ))
                )}
              </tr>
            </thead>
            <tbody>
              {years.toReversed().map((one) => (
                <tr key={one.year} class={one.year === address.year ? 'now' : undefined}>
                  <th scope="row">{one.year}</th>
                  {shown === 'effective' ? (
                    <>
                      <td>
                        {typeof one.effectivePartners === 'number' ? decimals(one.effectivePartners, 1) : '–'}
                      </td>
                      <td>{intervalText(one.effectivePartnersInterval, 'number') || '–'}</td>
                    </>
                  ) : (
                    partners.map(({ id }) => {
                      const value = one.vectors.find(({ partner }) => partner === id)?.[shown];
                      return (
                        <td key={id}>
                          {value === undefined
                            ? '–'
                            : valueText(value, shown === 'weight' ? 'share' : 'position')}
                        </td>
                      );
                    })
                  )}
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      </details>
    </section>
  );
}
