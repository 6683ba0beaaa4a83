import type { MeasurementAnswer } from './answers.ts';
import { Cell } from './figure-cell.tsx';
import { type Laid, ranked } from './lines.ts';
import type { AnswerWriter } from './written.ts';

/** Letters up to which a remark stands in the cell: “rank 2 of 5, from 1 to 3”. */
const shortNote = 32;

/** The figures of one period by lines and items: of partners, how often each comes first, second, third. */
export function ItemsTable({
  answer,
  laid,
  period,
  write,
  most,
}: {
  answer: MeasurementAnswer;
  laid: Laid;
  period: string | undefined;
  write: AnswerWriter;
  most: number;
}) {
  const rows = period === undefined ? [] : ranked(laid.lines, period);
  const figureOf = (id: string, item: string) =>
    answer.figures.find(
      (figure) =>
        figure[laid.told] === id &&
        figure.item === item &&
        figure.period === period &&
        (laid.state === undefined || figure.about === laid.state),
    );
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways must be reached by keyboard
    <section class="scroll" aria-label={`Figures by ${answer.measure.items}`} tabIndex={0}>
      <table class="matrix">
        <thead>
          <tr>
            <th scope="col">{laid.told === 'about' ? 'State' : 'Partner'}</th>
            {laid.items.map((item) => (
              <th key={item} scope="col">
                {answer.names[item] ?? item}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, most).map(({ line }) => (
            <tr key={line.id}>
              <th scope="row">{line.name}</th>
              {laid.items.map((item) => {
                const figure = figureOf(line.id, item);
                return (
                  <td key={item}>
                    <Cell figure={figure} name={`${line.name}, ${item}`} write={write} />
                    {figure?.note !== undefined && figure.note.length <= shortNote ? (
                      <small>{figure.note}</small>
                    ) : null}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
