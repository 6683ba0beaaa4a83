import type { Figure } from '../../model/figure.ts';
import { gapWords, isGap } from '../../model/gap.ts';
import { Go } from '../navigation.tsx';
import { figureId } from './lines.ts';
import { gapShort, intervalWords } from './words.ts';
import type { AnswerWriter } from './written.ts';

/** A figure with its interval and how many records it rests on. */
export function Cell({
  figure,
  name,
  write,
}: {
  figure: Figure | undefined;
  name: string;
  write: Pick<AnswerWriter, 'of'>;
}) {
  if (!figure) return <span class="muted">–</span>;
  const gap = isGap(figure.value) ? (figure.value.because ?? gapWords[figure.value.gap]) : undefined;
  const { number, ...own } = write.of(figure.item);
  const interval = intervalWords(figure.interval, { number, ...own });
  return (
    <>
      <Go
        to={{ open: `figure:${figureId(figure)}` }}
        className="number"
        label={`${name}: ${isGap(figure.value) ? `no figure, ${gap}` : number(figure.value)}; show the evidence`}
      >
        {isGap(figure.value) ? '–' : number(figure.value)}
      </Go>
      <small title={gap}>
        {isGap(figure.value)
          ? gapShort[figure.value.gap]
          : interval === ''
            ? `n ${figure.n}`
            : `${interval} · n ${figure.n}`}
      </small>
    </>
  );
}
