import { useState } from 'preact/hooks';
import { gapWords, isGap } from '../../model/gap.ts';
import { Go } from '../navigation.tsx';
import { ChangesTable } from './changes-table.tsx';
import { Cell } from './figure-cell.tsx';
import type { FiguresProps } from './figures-props.ts';
import { ItemsTable } from './items-table.tsx';
import { figureId, figureIn, fullestPeriod, type Laid, ranked } from './lines.ts';
import { intervalWords, periodWords } from './words.ts';
import type { AnswerWriter } from './written.ts';

/** How many rows are shown before the rest is asked for. */
const rowsFirst = 12;

type Sorting = { readonly by: 'name' | 'value' | 'n'; readonly turn: 1 | -1 };

/** The figures as a table: periods by lines, newest first; or, for one period, a league table that can be sorted. */
export function FiguresTable({ answer, laid, write, question }: FiguresProps) {
  const [all, setAll] = useState(false);
  if (laid.lines.length === 0) return null;
  if (answer.about && answer.measure.chart === 'dots')
    return <ChangesTable answer={answer} laid={laid} write={write} />;
  const asLines = answer.measure.chart === 'lines' && laid.periods.length > 1;
  const period =
    question.at !== undefined && laid.periods.includes(question.at) ? question.at : fullestPeriod(laid);
  const rows = asLines ? laid.periods.toReversed() : [];
  const count = asLines ? rows.length : laid.lines.length;
  const most = all ? count : rowsFirst;
  return (
    <section class="tabled" aria-labelledby="figures-title">
      <h3 id="figures-title">The figures</h3>
      {asLines ? (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways must be reached by keyboard
        <section class="scroll" aria-label="Figures by period" tabIndex={0}>
          <table class="matrix">
            <thead>
              <tr>
                <th scope="col">{answer.asked.by.slice(0, 1).toUpperCase() + answer.asked.by.slice(1)}</th>
                {laid.lines.map(({ id, name }) => (
                  <th key={id} scope="col" title={name}>
                    {name}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.slice(0, most).map((one) => (
                <tr key={one}>
                  <th scope="row" title={periodWords(one, answer.asked.by)}>
                    {one}
                  </th>
                  {laid.lines.map((line) => (
                    <td key={line.id}>
                      <Cell figure={figureIn(line, one)} name={`${line.name}, ${one}`} write={write} />
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      ) : laid.items.length > 1 && answer.units === undefined ? (
        <ItemsTable answer={answer} laid={laid} period={period} write={write} most={most} />
      ) : (
        <League
          laid={laid}
          period={period}
          write={write}
          most={most}
          told={answer.measure.items}
          withUnits={answer.units !== undefined && laid.told === 'item'}
        />
      )}
      {count > rowsFirst ? (
        <p class="actions">
          <button type="button" onClick={() => setAll(!all)}>
            {all ? `Show ${rowsFirst}` : `Show all ${count}`}
          </button>
        </p>
      ) : null}
    </section>
  );
}

function League({
  laid,
  period,
  write,
  most,
  told,
  withUnits,
}: {
  laid: Laid;
  period: string | undefined;
  write: AnswerWriter;
  most: number;
  told: string | undefined;
  withUnits: boolean;
}) {
  const [{ by, turn }, setSorting] = useState<Sorting>({ by: 'value', turn: -1 });
  const head = laid.told === 'item' ? (told ?? 'item') : laid.told === 'about' ? 'state' : 'partner';
  const rows = period === undefined ? [] : ranked(laid.lines, period);
  const sorted = [...rows].sort((a, b) => {
    if (by === 'name') return turn * a.line.name.localeCompare(b.line.name);
    if (by === 'n') return turn * (a.figure.n - b.figure.n);
    return 0;
  });
  const known = sorted.filter(({ figure }) => !isGap(figure.value));
  const ordered =
    by === 'value' && turn === 1
      ? [...known.reverse(), ...sorted.filter(({ figure }) => isGap(figure.value))]
      : sorted;
  const column = (id: Sorting['by'], title: string, first: 1 | -1) => (
    <th scope="col" class={id} aria-sort={by === id ? (turn === 1 ? 'ascending' : 'descending') : 'none'}>
      <button
        type="button"
        onClick={() => setSorting({ by: id, turn: by === id ? (turn === 1 ? -1 : 1) : first })}
      >
        {title}
        <span aria-hidden="true">{by === id ? (turn === 1 ? ' ▴' : ' ▾') : ''}</span>
      </button>
    </th>
  );
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways must be reached by keyboard
    <section class="scroll" aria-label="Figures of one period" tabIndex={0}>
      <table class="league">
        <thead>
          <tr>
            {column('name', head.slice(0, 1).toUpperCase() + head.slice(1), 1)}
            {column('value', 'Value', -1)}
            <th scope="col">Interval</th>
            {column('n', 'n', -1)}
            <th scope="col">Remark</th>
          </tr>
        </thead>
        <tbody>
          {ordered.slice(0, most).map(({ line, figure }) => (
            <tr key={line.id}>
              <th scope="row">{line.name}</th>
              <td>
                <Go
                  to={{ open: `figure:${figureId(figure)}` }}
                  className="number"
                  label={`${line.name}: ${isGap(figure.value) ? 'no figure' : write.of(figure.item).number(figure.value)}; show the evidence`}
                >
                  {isGap(figure.value) ? '–' : write.of(figure.item).number(figure.value)}
                </Go>
                {withUnits && !isGap(figure.value) ? <small> {write.of(figure.item).unit}</small> : null}
              </td>
              <td>{intervalWords(figure.interval, write.of(figure.item)) || '–'}</td>
              <td>{figure.n}</td>
              <td class="remark">
                {isGap(figure.value) ? (
                  <span class="because">{figure.value.because ?? gapWords[figure.value.gap]}</span>
                ) : (
                  <small>{figure.note ?? ''}</small>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
