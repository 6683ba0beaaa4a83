import { useState } from 'preact/hooks';
import { type Lane, lanesByDimension, screenTheme, timeline as timelineFigure } from '../../figures/index.ts';
import { dimensions } from '../../model/dimension.ts';
import { isGap } from '../../model/gap.ts';
import type { ApiProblem, DossierAnswer, TimelineAnswer } from '../api.ts';
import { Figure, type Mark, useWidth } from '../figure.tsx';
import { Go, useNavigation } from '../navigation.tsx';
import { TextField } from '../text-field.tsx';
import { decimals, signed, titled } from '../words.tsx';

type Entry = TimelineAnswer['entries'][number];

/** Lower case without marks, so that “Turkiye” finds “Türkiye”. */
const folded = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

const fits = (entry: Entry, names: Readonly<Record<string, string>>, words: string): boolean => {
  const all = folded(
    [
      entry.event.title,
      entry.event.note,
      entry.event.place,
      entry.when,
      ...[...entry.event.source, ...entry.event.target, ...entry.partners].map((id) => names[id] ?? id),
    ].join(' '),
  );
  return folded(words)
    .split(/\s+/)
    .every((word) => all.includes(word));
};

/** How many events of the list are shown before the rest is asked for. */
const listedFirst = 10;

const aDate = /^\d{4}(-\d{2}(-\d{2})?)?$/;

/** Events over time, as a drawing and as a list, with filters that stand in the URL. */
export function TimelineView({
  dossier,
  timeline,
  problem,
}: {
  dossier: DossierAnswer;
  timeline: TimelineAnswer | undefined;
  problem: ApiProblem | undefined;
}) {
  const { address, go } = useNavigation();
  const [node, width] = useWidth<HTMLDivElement>(900);
  const [pointed, setPointed] = useState<Mark>();
  const [byPartner, setByPartner] = useState(true);
  const [allListed, setAllListed] = useState(false);
  const { names, partners } = dossier;
  const all = timeline?.entries ?? [];
  const entries =
    address.find === undefined ? all : all.filter((entry) => fits(entry, names, address.find ?? ''));
  const lanes: Lane[] = byPartner
    ? [
        ...partners.map(({ id, name }) => ({
          id,
          name,
          events: entries.filter((entry) => entry.partners.includes(id)).map(({ event }) => event),
        })),
        {
          id: 'none',
          name: 'No one partner',
          events: entries.filter((entry) => entry.partners.length === 0).map(({ event }) => event),
        },
      ].filter(({ id }) => address.partner === undefined || id === address.partner)
    : lanesByDimension(entries.map(({ event }) => event));
  const filtered = [address.partner, address.within, address.from, address.to, address.find].some(
    (one) => one !== undefined,
  );
  const one = entries.find(({ event }) => event.id === pointed?.record);
  const { balance } = timeline ?? {};
  const change = (part: 'from' | 'to' | 'find') => (value: string) =>
    go({ [part]: value || undefined }, { replace: true });
  return (
    <section class="wide timeline" id="timeline" aria-labelledby="timeline-title">
      <h2 id="timeline-title">Timeline</h2>
      <form class="filters" aria-label="Filters of the timeline" onSubmit={(event) => event.preventDefault()}>
        <label class="field">
          <span>Partner</span>
          <select
            value={address.partner ?? ''}
            onChange={(event) => go({ partner: event.currentTarget.value || undefined })}
          >
            <option value="">all</option>
            {partners.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </label>
        <label class="field">
          <span>Dimension</span>
          <select
            value={address.within ?? ''}
            onChange={(event) => go({ within: dimensions.find((one) => one === event.currentTarget.value) })}
          >
            <option value="">all</option>
            {dimensions.map((id) => (
              <option key={id} value={id}>
                {id}
              </option>
            ))}
          </select>
        </label>
        <TextField
          label="From"
          value={address.from ?? ''}
          placeholder="2022-02"
          pattern={aDate}
          onValue={change('from')}
        />
        <TextField
          label="To"
          value={address.to ?? ''}
          placeholder="2023"
          pattern={aDate}
          onValue={change('to')}
        />
        <TextField label="Words" value={address.find ?? ''} placeholder="visit" onValue={change('find')} />
        <fieldset class="segments">
          <legend class="hidden">Rows</legend>
          {[true, false].map((partner) => (
            <label key={String(partner)} class={partner === byPartner ? 'chosen' : undefined}>
              <input
                class="hidden"
                type="radio"
                name="lanes"
                checked={partner === byPartner}
                onChange={() => setByPartner(partner)}
              />
              {partner ? 'by partner' : 'by dimension'}
            </label>
          ))}
        </fieldset>
      </form>
      <p class="lead" role="status">
        {entries.length === 1 ? '1 event' : `${entries.length} events`}
        {address.find === undefined && balance && !isGap(balance.netCooperation)
          ? `, ${balance.n} of which happened; net cooperation ${signed(balance.netCooperation, 2)}`
          : ''}
        .{' '}
        {filtered ? (
          <Go
            to={{ partner: undefined, within: undefined, from: undefined, to: undefined, find: undefined }}
            className="quiet"
          >
            Show all
          </Go>
        ) : null}
      </p>
      {problem ? (
        <p class="problem" role="alert">
          {problem.message}
        </p>
      ) : null}
      <div ref={node}>
        {entries.length === 0 ? (
          <p class="because">No event fits these filters.</p>
        ) : (
          <Figure
            drawing={timelineFigure({ lanes }, { theme: screenTheme, width: width })}
            onOpen={({ record }) => record && go({ open: `record:${record}` })}
            onPoint={setPointed}
          />
        )}
      </div>
      <p class="readout" aria-hidden="true">
        {one ? (
          <>
            <b>{one.event.title}</b>, {one.when}; {one.event.root.toLowerCase()}, {signed(one.intensity)} on
            the Goldstein scale
            {one.event.status === 'occurred' || one.event.status === 'ongoing' ? '' : `; ${one.event.status}`}
          </>
        ) : (
          <span class="muted">Point at a mark to read it; open it for its sources.</span>
        )}
      </p>
      <details class="table" open={width < 560}>
        <summary>The events as a list</summary>
        <ol class="events">
          {entries
            .slice(0, allListed ? entries.length : listedFirst)
            .map(({ event, when, partners: whose, intensity }) => (
              <li key={event.id}>
                <span class="when">{when}</span>
                <span class="what">
                  <Go to={{ open: `record:${event.id}` }}>{event.title}</Go>
                  {event.status === 'announced' || event.status === 'reported' ? (
                    <span class="badge">{event.status}</span>
                  ) : null}
                </span>
                <span class="who">
                  {[whose.map((id) => names[id] ?? id).join(', '), titled(event.dimension)]
                    .filter((words) => words !== '')
                    .join(' · ')}
                </span>
                <span class="score" title="Goldstein scale">
                  {intensity > 0 ? '+' : ''}
                  {decimals(intensity, 1)}
                </span>
              </li>
            ))}
        </ol>
        {entries.length > listedFirst && !allListed ? (
          <p class="actions">
            <button type="button" onClick={() => setAllListed(true)}>
              Show all {entries.length}
            </button>
          </p>
        ) : null}
      </details>
    </section>
  );
}
