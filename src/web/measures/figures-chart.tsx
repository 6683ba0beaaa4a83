import { useState } from 'preact/hooks';
import { distinctColours, intervalDots, screenTheme, series } from '../../figures/index.ts';
import { gapWords, isGap } from '../../model/gap.ts';
import { Figure, type Mark, useWidth } from '../figure.tsx';
import { useNavigation } from '../navigation.tsx';
import { Choose } from './choose.tsx';
import type { FiguresProps } from './figures-props.ts';
import { figureId, figureIn, figureWith, fullestPeriod, type Laid, type Line, ranked } from './lines.ts';
import { noQuestion, type Question } from './question.ts';
import { intervalWords, periodWords } from './words.ts';

/** More lines than there are colours cannot be told apart. */
export const mostLines = 8;
/** Rows of dots that are drawn; those below are in the table. */
const mostRows = 24;
/** With more lines than this the bands of their intervals would hide each other: one is shown at a time. */
const mostBands = 4;

/** The lines that are drawn where there are too many: the partners named first, or the items with the greatest last values. */
function chosenLines({ lines, told }: Laid): readonly Line[] {
  if (lines.length <= mostLines) return lines;
  if (told !== 'item') return lines.slice(0, mostLines);
  const last = ({ figures }: Line): number => {
    const value = figures.findLast((figure) => !isGap(figure.value))?.value;
    return typeof value === 'number' ? value : Number.NEGATIVE_INFINITY;
  };
  const kept = new Set([...lines].sort((a, b) => last(b) - last(a)).slice(0, mostLines));
  return lines.filter((line) => kept.has(line));
}

/** The figures as lines over periods, or as dots with their intervals in one period; what is missing is said below. */
export function FiguresChart({ answer, laid, write, question }: FiguresProps) {
  const { go } = useNavigation();
  const [node, width] = useWidth<HTMLDivElement>(900);
  const [pointed, setPointed] = useState<Mark>();
  const { measure, figures, asked } = answer;
  const asLines = measure.chart === 'lines' && laid.periods.length > 1;
  const drawn = asLines ? chosenLines(laid) : laid.lines;
  const ownScales = !asLines && answer.units !== undefined && laid.told === 'item';
  const colours = distinctColours(
    screenTheme,
    drawn.map(({ id }) => id),
  );
  const period =
    question.at !== undefined && laid.periods.includes(question.at) ? question.at : fullestPeriod(laid);
  const rows =
    asLines || period === undefined
      ? []
      : ownScales
        ? laid.lines
            .flatMap((line) => {
              const figure = figureIn(line, period);
              return figure ? [{ line, figure }] : [];
            })
            .toSorted((a, b) => Number(isGap(a.figure.value)) - Number(isGap(b.figure.value)))
        : ranked(laid.lines, period);
  const shown = asLines ? drawn.length : Math.min(mostRows, rows.length);
  const known = laid.lines.some((line) => line.figures.some(({ value }) => !isGap(value)));
  const set = (change: Partial<Question>) => go({ question: { ...(question ?? noQuestion), ...change } });
  const title = `${measure.title}${asLines ? `, ${laid.periods[0]} to ${laid.periods.at(-1)}` : period === undefined ? '' : `, ${period}`}`;
  const one = pointed?.record === undefined ? undefined : figureWith(figures, pointed.record);
  const said = one === undefined ? '' : intervalWords(one.interval, write.of(one.item));
  const nameOf = (id: string | undefined) => (id === undefined ? '' : (answer.names[id] ?? id));

  return (
    <section class="drawn" aria-label="Drawing">
      {laid.states.length > 1 ||
      laid.items.length > 1 ||
      (write.unit !== '' && !ownScales) ||
      (!asLines && laid.periods.length > 1) ? (
        <div class="choices">
          {laid.states.length > 1 ? (
            <Choose
              label="State"
              value={laid.state}
              values={laid.states}
              words={nameOf}
              onValue={(about) => set({ about })}
            />
          ) : null}
          {laid.items.length > 1 ? (
            <Choose
              label={measure.items ?? 'Of'}
              value={laid.item}
              values={laid.items}
              words={nameOf}
              onValue={(item) => set({ item })}
            />
          ) : null}
          {asLines || laid.periods.length < 2 ? null : (
            <Choose
              label={asked.by}
              value={period}
              values={laid.periods.toReversed()}
              words={(one) => one}
              onValue={(at) => set({ at })}
            />
          )}
          {write.unit === '' || ownScales ? null : <span class="unit">{write.unit}</span>}
        </div>
      ) : null}
      <div class={known ? 'drawing' : 'drawing none'} ref={node}>
        {!known || laid.lines.length === 0 ? (
          <p class="because">Nothing to draw.</p>
        ) : asLines ? (
          <Figure
            drawing={series(
              drawn.map(({ id, name, figures: own }) => ({
                id,
                name,
                colour: colours.get(id),
                banded:
                  drawn.length <= mostBands || own.some((figure) => figureId(figure) === pointed?.record),
                points: own.map((figure) => ({
                  period: figure.period,
                  value: figure.value,
                  interval: figure.interval,
                  record: figureId(figure),
                })),
              })),
              {
                theme: screenTheme,
                width,
                height: width < 560 ? 280 : 380,
                write: write.tick,
                title,
                limits: (answer.limits ?? []).filter(({ item }) => item === undefined || item === laid.item),
              },
            )}
            onOpen={({ record }) => record !== undefined && go({ open: `figure:${record}` })}
            onPoint={setPointed}
          />
        ) : (
          <Figure
            drawing={intervalDots(
              rows.slice(0, mostRows).map(({ line, figure }) => ({
                name: line.name,
                value: figure.value,
                interval: figure.interval,
                record: figureId(figure),
                colour: laid.lines.length <= mostLines && !ownScales ? colours.get(line.id) : undefined,
                ...(ownScales && {
                  scale: {
                    unit: write.of(figure.item).unit,
                    write: write.of(figure.item).number,
                    tick: write.of(figure.item).tick,
                    limits: (answer.limits ?? []).filter(({ item }) => item === figure.item),
                  },
                }),
              })),
              { theme: screenTheme, width, write: write.number, tick: write.tick, title },
            )}
            onOpen={({ record }) => record !== undefined && go({ open: `figure:${record}` })}
            onPoint={setPointed}
          />
        )}
      </div>
      <p class="readout" aria-hidden="true">
        {one ? (
          <>
            <b>
              {[nameOf(one.partner) || nameOf(one.about), nameOf(one.item)].filter((part) => part).join(', ')}
            </b>
            , {periodWords(one.period, asked.by)}:{' '}
            {isGap(one.value)
              ? `– ${one.value.because ?? gapWords[one.value.gap]}`
              : write.of(one.item).number(one.value)}
            {said === '' ? '' : ` [${said}]`}, n {one.n}
          </>
        ) : (
          <span class="muted">
            {known && shown < (asLines ? laid.lines.length : rows.length)
              ? `${shown} of ${asLines ? laid.lines.length : rows.length} are drawn; the table has all. `
              : ''}
            {known
              ? asLines && drawn.length > mostBands
                ? 'Point at a mark for its interval; open it for its evidence.'
                : 'Point at a mark to read it; open it for its evidence.'
              : ''}
          </span>
        )}
      </p>
      <Missing laid={laid} />
    </section>
  );
}

/** How many figures there are not, and why. */
function Missing({ laid: { lines } }: { laid: Laid }) {
  const all = lines.flatMap(({ figures }) => figures);
  const reasons = new Map<string, number>();
  for (const { value } of all)
    if (isGap(value)) {
      const words = gapWords[value.gap];
      reasons.set(words, (reasons.get(words) ?? 0) + 1);
    }
  const missing = [...reasons.values()].reduce((sum, n) => sum + n, 0);
  return missing === 0 ? null : (
    <p class="note missing">
      {missing} of {all.length} have no figure:{' '}
      {[...reasons].map(([words, n]) => `${words} (${n})`).join(', ')}. Gaps break a line; they are no zeros.
    </p>
  );
}
