import { useEffect, useRef, useState } from 'preact/hooks';
import { rose, screenTheme, spark } from '../../figures/index.ts';
import { gap, isGap } from '../../model/gap.ts';
import type { DossierAnswer, SeriesAnswer, YearAnswer } from '../api.ts';
import { Figure, useWidth } from '../figure.tsx';
import { Go, useNavigation } from '../navigation.tsx';
import { placed, placedPartners } from '../placed.ts';
import { prefersStillness } from '../tween.ts';
import { decimals, titled } from '../words.tsx';

/** How long a year stands while they are played. */
const pace = 950;

/** What steers the page: the dimension, each with its own small rose, and the year. */
export function Helm({
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
  return (
    <div class="helm">
      <nav class="dimensions" aria-label="Dimension">
        <ul>
          {dossier.dimensions.map(({ id, words }, index) => (
            <li key={id}>
              <Dimension
                dossier={dossier}
                measured={measured}
                id={id}
                words={words}
                place={index + 1}
                year={year}
              />
            </li>
          ))}
        </ul>
      </nav>
      {dossier.years && dossier.years.last > dossier.years.first ? (
        <Years first={dossier.years.first} last={dossier.years.last} year={year} series={series} />
      ) : null}
    </div>
  );
}

function Dimension({
  dossier,
  measured,
  id,
  words,
  place,
  year,
}: {
  dossier: DossierAnswer;
  measured: YearAnswer | undefined;
  id: DossierAnswer['dimensions'][number]['id'];
  words: string;
  place: number;
  year: number;
}) {
  const { address } = useNavigation();
  const own = measured?.dimensions.find(({ dimension }) => dimension === id);
  const focal = placed(dossier.focal);
  const effective = own?.balance.effectivePartners;
  return (
    <Go
      to={{ dimension: id, open: undefined }}
      current={address.dimension === id}
      title={`${titled(words)} (key ${place})`}
    >
      <span class="emblem" aria-hidden="true">
        {focal ? (
          <Figure
            drawing={rose(
              {
                focal,
                partners: placedPartners(
                  dossier,
                  (own?.vectors ?? []).map((vector) => ({
                    ...vector,
                    weightInterval: gap('not-applicable'),
                  })),
                ),
                dimension: id,
                period: String(year),
              },
              { theme: screenTheme, size: 58, labels: false, interactive: false },
            )}
          />
        ) : null}
      </span>
      <span class="name">{titled(id)}</span>
      <span class="effective" aria-hidden="true">
        {effective === undefined || isGap(effective) ? '–' : decimals(effective, 1)}
      </span>
    </Go>
  );
}

function Years({
  first,
  last,
  year,
  series,
}: {
  first: number;
  last: number;
  year: number;
  series: SeriesAnswer | undefined;
}) {
  const { go } = useNavigation();
  const [course, width] = useWidth<HTMLDivElement>(300);
  const [playing, setPlaying] = useState(false);
  const stepped = useRef(Number.NEGATIVE_INFINITY);
  const played = useRef(false);

  /** Steps that follow each other closely, and all years of one play, are one step of the browser's history. */
  const move = (to: number, goesOn = performance.now() - stepped.current < 1200) => {
    go({ year: to, open: undefined }, { replace: goesOn });
    stepped.current = performance.now();
  };

  useEffect(() => {
    if (!playing) return;
    const timer = setTimeout(
      () => {
        if (year >= last) setPlaying(false);
        else {
          move(year + 1, played.current);
          played.current = true;
        }
      },
      prefersStillness() ? pace * 1.6 : pace,
    );
    return () => clearTimeout(timer);
  }, [playing, year, last]);

  return (
    <section class="years" aria-label="Year">
      <button
        type="button"
        class="play"
        aria-label={playing ? 'Stop' : 'Play the years'}
        onClick={() => {
          played.current = !playing && year >= last;
          if (played.current) move(first);
          setPlaying(!playing);
        }}
      >
        <svg viewBox="0 0 20 20" width="18" height="18" aria-hidden="true">
          <path d={playing ? 'M5 4h3.500v12H5zM11.500 4H15v12h-3.500z' : 'M6 3.500l10 6.500l-10 6.500z'} />
        </svg>
      </button>
      <output class="year" for="year">
        {year}
      </output>
      <div class="slide">
        <div
          class="course"
          aria-hidden="true"
          title="Effective number of partners through the years"
          ref={course}
        >
          {series ? (
            <Figure
              drawing={spark(
                series.years.map(({ effectivePartners }) => effectivePartners),
                { theme: screenTheme, width, height: 22, colour: screenTheme.mutedInk },
              )}
            />
          ) : null}
        </div>
        <input
          id="year"
          type="range"
          aria-label="Year"
          min={first}
          max={last}
          step={1}
          value={year}
          onInput={(event) => {
            setPlaying(false);
            move(Number(event.currentTarget.value));
          }}
        />
        <div class="ends" aria-hidden="true">
          <span>{first}</span>
          <span>{last}</span>
        </div>
      </div>
    </section>
  );
}
