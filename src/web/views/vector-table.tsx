import { useState } from 'preact/hooks';
import { directionCell, screenTheme, spark, weightCell } from '../../figures/index.ts';
import { isGap, type Value } from '../../model/gap.ts';
import type { DossierAnswer, LightVector, MeasuredAnswer, SeriesAnswer } from '../api.ts';
import { Figure } from '../figure.tsx';
import { Go } from '../navigation.tsx';
import { gapText, intervalText, percent, signed } from '../words.tsx';
import { reachOf } from './rose-view.tsx';

type Column = 'partner' | 'weight' | 'direction' | 'n';

const columns: readonly { readonly id: Column; readonly title: string; readonly first: 1 | -1 }[] = [
  { id: 'partner', title: 'Partner', first: 1 },
  { id: 'weight', title: 'Weight', first: -1 },
  { id: 'direction', title: 'Direction', first: -1 },
  { id: 'n', title: 'Records', first: -1 },
];

/** A gap sorts last, whichever way. */
const rank = (value: Value, turn: number): number => (isGap(value) ? Number.NEGATIVE_INFINITY : value * turn);

function Gapped({ value }: { value: Value }) {
  return isGap(value) ? (
    <span class="because" title={gapText(value)}>
      – <small>{gapText(value)}</small>
    </span>
  ) : null;
}

/** The vectors as a table: what the rose draws, in figures. */
export function VectorTable({
  dossier,
  measured,
  series,
  year,
}: {
  dossier: DossierAnswer;
  measured: MeasuredAnswer;
  series: SeriesAnswer | undefined;
  year: number;
}) {
  const [sorting, setSorting] = useState<{ by: Column; turn: 1 | -1 }>({ by: 'weight', turn: -1 });
  const name = (vector: LightVector) => dossier.names[vector.partner] ?? vector.partner;
  const rows = measured.vectors.toSorted((a, b) => {
    const { by, turn } = sorting;
    const first =
      by === 'partner' ? turn * name(a).localeCompare(name(b)) : rank(b[by], -turn) - rank(a[by], -turn) || 0;
    return (Number.isNaN(first) ? 0 : first) || name(a).localeCompare(name(b));
  });
  const max = reachOf(measured) ?? 1;
  const past = (partner: string): Value[] =>
    (series?.years ?? [])
      .filter((one) => one.year >= year - 14 && one.year <= year)
      .map(({ vectors }) => vectors.find((one) => one.partner === partner)?.weight ?? { gap: 'no-records' });
  return (
    <section aria-labelledby="vectors-title" class="vectors">
      <h3 id="vectors-title">Vectors</h3>
      <table>
        <thead>
          <tr>
            {columns.map(({ id, title, first }) => {
              const sorted = sorting.by === id;
              return (
                <th
                  key={id}
                  scope="col"
                  class={id}
                  aria-sort={sorted ? (sorting.turn === 1 ? 'ascending' : 'descending') : 'none'}
                >
                  <button
                    type="button"
                    onClick={() =>
                      setSorting({ by: id, turn: sorted ? (sorting.turn === 1 ? -1 : 1) : first })
                    }
                  >
                    {title}
                    <span aria-hidden="true">{sorted ? (sorting.turn === 1 ? ' ▴' : ' ▾') : ''}</span>
                  </button>
                </th>
              );
            })}
            <th scope="col" class="past">
              {year - 14}–{year}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((vector) => (
            <tr key={vector.partner}>
              <th scope="row" class="partner">
                <Go to={{ open: vector.id }} label={`${name(vector)}: show the evidence`}>
                  {name(vector)}
                </Go>
                {vector.within ? <small> in {vector.within}</small> : null}
              </th>
              <td class="weight">
                <Gapped value={vector.weight} />
                {isGap(vector.weight) ? null : (
                  <>
                    <span class="value">{percent(vector.weight)}</span>
                    <span class="hidden"> {intervalText(vector.weightInterval, 'share')}</span>
                    <span aria-hidden="true">
                      <Figure
                        drawing={weightCell(
                          {
                            weight: vector.weight,
                            interval: vector.weightInterval,
                            counted: vector.within !== undefined,
                          },
                          max,
                          { theme: screenTheme, width: 96 },
                        )}
                      />
                    </span>
                  </>
                )}
              </td>
              <td class="direction">
                <Gapped value={vector.direction} />
                {isGap(vector.direction) ? null : (
                  <>
                    <span class="value">{signed(vector.direction)}</span>
                    <span class="hidden"> {intervalText(vector.directionInterval, 'position')}</span>
                    <span aria-hidden="true">
                      <Figure
                        drawing={directionCell(
                          { direction: vector.direction, interval: vector.directionInterval },
                          { theme: screenTheme, width: 84 },
                        )}
                      />
                    </span>
                  </>
                )}
              </td>
              <td class="n">{vector.n}</td>
              <td class="past" aria-hidden="true">
                {series ? (
                  <Figure
                    drawing={spark(past(vector.partner), {
                      theme: screenTheme,
                      width: 72,
                      height: 20,
                      domain: [0, max],
                      colour: screenTheme.partner(vector.partner),
                    })}
                  />
                ) : null}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
