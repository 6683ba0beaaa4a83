import { useEffect, useMemo, useState } from 'preact/hooks';
import { dateWords } from '../model/date.ts';
import { dimensions } from '../model/dimension.ts';
import {
  type DossierAnswer,
  pathOf,
  retry,
  type SeriesAnswer,
  useAnswer,
  useUnreachable,
  type YearAnswer,
} from './api.ts';
import { Drawer } from './drawer.tsx';
import { Pending } from './evidence/parts.tsx';
import { InRoom } from './measures/lazy.tsx';
import { noQuestion } from './measures/question.ts';
import { useNavigation } from './navigation.tsx';
import { BalanceView } from './views/balance-view.tsx';
import { Empty } from './views/empty.tsx';
import { Helm } from './views/helm.tsx';
import { Lower } from './views/lower.tsx';
import { Masthead } from './views/masthead.tsx';
import { RoseView, reachOf } from './views/rose-view.tsx';
import { Summary } from './views/summary.tsx';
import { VectorTable } from './views/vector-table.tsx';
import { titled } from './words.tsx';

/** The whole page. It fetches and holds the URL; what it shows are views, which take their data as props. */
export function Page() {
  const { address, go } = useNavigation();
  const dossierAnswer = useAnswer<DossierAnswer>(pathOf(address, 'dossier'));
  const dossier = dossierAnswer.answer;
  const inMeasures = address.question !== undefined;
  const measuredAnswer = useAnswer<YearAnswer>(
    inMeasures ? undefined : pathOf(address, 'measures', { year: address.year }),
  );
  const measured = measuredAnswer.answer;
  const year = address.year ?? dossier?.defaultYear ?? measured?.year;
  const unreachable = useUnreachable();
  // What is not needed for the first rose is asked for once it stands.
  const due = useLater(measured !== undefined);
  const seriesAnswer = useAnswer<SeriesAnswer>(
    due && !inMeasures ? pathOf(address, 'series', { dimension: address.dimension }) : undefined,
  );
  const series = seriesAnswer.answer?.dimension === address.dimension ? seriesAnswer.answer : undefined;

  useKeys(dossier, year);
  useEffect(() => {
    if (dossier && !inMeasures)
      document.title = `${dossier.focal.name}: ${address.dimension} ties – Multivector`;
  }, [dossier, address.dimension, inMeasures]);

  if (!dossier || year === undefined)
    return (
      <main class="waiting">
        <p class="wordmark">Multivector</p>
        <Pending answered={dossierAnswer} />
        {dossierAnswer.problem ? (
          <p class="actions">
            <button type="button" onClick={retry}>
              Try again
            </button>
            {address.focal || address.knownOn ? (
              <button type="button" onClick={() => go({ focal: undefined, knownOn: undefined })}>
                Back to the dossier of today
              </button>
            ) : null}
          </p>
        ) : null}
      </main>
    );

  const empty =
    dossier.lacking.length > 0 &&
    (dossier.counts.events ?? 0) + (dossier.counts.observations ?? 0) + (dossier.counts.ties ?? 0) === 0;
  return (
    <>
      <a class="skip" href="#main">
        Skip to the {inMeasures ? 'measure' : 'rose'}
      </a>
      {unreachable ? (
        <div class="banner" role="alert">
          The workbench’s server does not answer; what you see may be old. Start it again with{' '}
          <code>multivector serve {dossier.focal.id}</code>.{' '}
          <button type="button" onClick={retry}>
            Try again
          </button>
        </div>
      ) : null}
      {address.knownOn ? (
        <div class="banner quiet" role="status">
          The dossier as it was known on {dateWords(address.knownOn)}.{' '}
          <button type="button" onClick={() => go({ knownOn: undefined })}>
            Back to today
          </button>
        </div>
      ) : null}
      <Masthead dossier={dossier} year={year} />
      {inMeasures ? (
        <InRoom part={(room) => room.Room} props={{ dossier }} />
      ) : empty ? (
        <Empty dossier={dossier} />
      ) : (
        <>
          <Helm dossier={dossier} measured={measured} series={series} year={year} />
          <Readings dossier={dossier} measured={measured} series={series} year={year} />
          {measured ? null : <Pending answered={measuredAnswer} />}
          {due ? <Lower dossier={dossier} measured={measured} series={seriesAnswer} year={year} /> : null}
        </>
      )}
      <Drawer dossier={dossier} />
    </>
  );
}

function Readings({
  dossier,
  measured,
  series,
  year,
}: {
  dossier: DossierAnswer;
  measured: YearAnswer | undefined;
  series: SeriesAnswer | undefined;
  year: number;
}) {
  const { address } = useNavigation();
  const own = measured?.dimensions.find(({ dimension }) => dimension === address.dimension);
  // The first rose has its own scale; once the reader moves through the years, all have one.
  const [first] = useState(year);
  const [moved, setMoved] = useState(false);
  useEffect(() => {
    if (year !== first) setMoved(true);
  }, [year, first]);
  const max = useMemo(() => (moved && series ? scaleOf(series, own) : undefined), [moved, series, own]);
  if (!own) return null;
  return (
    <main id="main" tabIndex={-1}>
      <section class="chart" aria-labelledby="rose-title">
        <h2 id="rose-title" class="hidden">
          {titled(address.dimension)} ties of {dossier.focal.name} in {year}
        </h2>
        <RoseView dossier={dossier} measured={own} year={measured?.year ?? year} max={max} />
      </section>
      <div class="readings">
        <Summary dossier={dossier} measured={own} year={measured?.year ?? year} />
        <BalanceView dossier={dossier} measured={own} year={measured?.year ?? year} />
        <VectorTable dossier={dossier} measured={own} series={series} year={measured?.year ?? year} />
      </div>
    </main>
  );
}

/** Whether something has come and the browser has painted it since. */
function useLater(come: boolean): boolean {
  const [painted, setPainted] = useState(false);
  useEffect(() => {
    if (!come) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const frame = requestAnimationFrame(() => {
      timer = setTimeout(() => setPainted(true), 0);
    });
    const hidden = setTimeout(() => setPainted(true), 500); // a hidden page paints nothing
    return () => {
      cancelAnimationFrame(frame);
      clearTimeout(timer);
      clearTimeout(hidden);
    };
  }, [come]);
  return painted;
}

/** Years with fewer partners than this have a scale of their own: one partner with a figure has all the weight. */
const enoughPartners = 3;

/** One weight at the rim for all years that can be compared; a year that cannot has its own. */
function scaleOf(
  series: SeriesAnswer,
  own: YearAnswer['dimensions'][number] | undefined,
): number | undefined {
  const weighted = (vectors: readonly { weight: unknown }[]) =>
    vectors.filter(({ weight }) => typeof weight === 'number').length;
  if (!own || weighted(own.vectors) < enoughPartners) return undefined;
  const ends = series.years
    .filter(({ vectors }) => weighted(vectors) >= enoughPartners)
    .map(({ vectors }) => reachOf({ vectors: vectors as typeof own.vectors }) ?? 0);
  return Math.max(reachOf(own) ?? 0, ...ends);
}

/** The keys of the whole page. */
function useKeys(dossier: DossierAnswer | undefined, year: number | undefined): void {
  const { go, address } = useNavigation();
  const inMeasures = address.question !== undefined;
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const typing =
        event.target instanceof HTMLElement && /^(INPUT|SELECT|TEXTAREA)$/.test(event.target.tagName);
      if (typing || event.metaKey || event.ctrlKey || event.altKey) return;
      if (event.key === '?') return go({ open: 'help' });
      if (event.key === 'm') return go({ question: inMeasures ? undefined : noQuestion, open: undefined });
      if (inMeasures) return;
      const dimension = /^[1-9]$/.test(event.key) ? dimensions[Number(event.key) - 1] : undefined;
      if (dimension) go({ dimension, open: undefined });
      else if ((event.key === '[' || event.key === ']') && year !== undefined && dossier?.years) {
        const to = year + (event.key === ']' ? 1 : -1);
        if (to >= dossier.years.first && to <= dossier.years.last) go({ year: to, open: undefined });
      }
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, [go, dossier, year, inMeasures]);
}
