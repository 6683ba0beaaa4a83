import { useState } from 'preact/hooks';
import { quantityText } from '../../model/quantity.ts';
import type { EvidenceView, Found } from '../../model/trace.ts';
import type { Answered } from '../api.ts';
import { Go } from '../navigation.tsx';
import { copy } from '../words.tsx';

/** What stands while an answer is on its way, or where there is none. */
export function Pending({ answered: { problem } }: { answered: Answered<unknown> }) {
  return problem ? (
    <div class="problem" role="alert">
      <p>{problem.message}</p>
      {problem.hint ? <p class="hint">{problem.hint}</p> : null}
    </div>
  ) : (
    <p class="pending" role="status">
      Looking it up …
    </p>
  );
}

/** A button that lays a text into the clipboard and says that it did. */
export function Copy({ text, children }: { text: () => string; children: string }) {
  const [said, setSaid] = useState<string>();
  return (
    <button
      type="button"
      class="copy"
      onClick={async () => {
        setSaid((await copy(text())) ? 'Copied' : 'The browser does not allow it');
        setTimeout(() => setSaid(undefined), 1600);
      }}
    >
      <span aria-live="polite">{said ?? children}</span>
    </button>
  );
}

/** An address that may stand in a link: a dossier can hold any text. */
export const isWeb = (url: string): boolean => /^https?:\/\//i.test(url);

const availabilityWords: Readonly<Record<EvidenceView['availability'], string>> = {
  'at-hand': 'at hand',
  'cited-not-supplied': 'cited, not supplied',
  online: 'online',
};

const roleWords = { supports: '', against: 'against', mentions: 'mentions it' } as const;

/** One pointer into a source: who says it, where, under what licence, and whether the source is at hand. */
export function EvidenceItem({ evidence }: { evidence: EvidenceView }) {
  const {
    source,
    citation,
    locator,
    note,
    availability,
    licence,
    redistributable,
    role,
    states,
    url,
    sha256,
  } = evidence;
  return (
    <li class="evidence">
      <p class="cite">
        <Go to={{ open: `source:${source}` }}>{citation}</Go>
        {locator ? <span class="locator">, {locator}</span> : null}
      </p>
      {states ? <p class="states">states {states}</p> : null}
      <p class="badges">
        {note ? (
          <span
            class="badge missing"
            title="The source cites a note of its own there, and the note was not supplied with it."
          >
            its note {note}: cited there, not supplied
          </span>
        ) : null}
        {availability === 'cited-not-supplied' ? (
          <span class="badge missing">{availabilityWords[availability]}</span>
        ) : (
          <span class="badge">{availabilityWords[availability]}</span>
        )}
        {roleWords[role] ? <span class={`badge ${role}`}>{roleWords[role]}</span> : null}
        <span
          class={redistributable ? 'badge open' : 'badge closed'}
          title={redistributable ? 'may be handed on' : 'may not be handed on'}
        >
          {licence}
        </span>
        {sha256 ? (
          <code class="hash" title={`SHA-256 of the passage: ${sha256}`}>
            {sha256.slice(0, 10)}…
          </code>
        ) : null}
        {url && isWeb(url) ? (
          <a href={url} rel="noreferrer noopener" target="_blank">
            publisher ↗
          </a>
        ) : null}
      </p>
    </li>
  );
}

export function EvidenceList({ evidence }: { evidence: readonly EvidenceView[] }) {
  return evidence.length === 0 ? (
    <p class="because">no source is given</p>
  ) : (
    <ul class="evidence-list">
      {evidence.map((one, index) => (
        <EvidenceItem key={`${one.source} ${one.locator ?? ''} ${index}`} evidence={one} />
      ))}
    </ul>
  );
}

/** A record as an item of a list: what it says, when, its figure, and its sources. */
export function RecordItem({ record }: { record: Found }) {
  const { value, unit } = record.row;
  return (
    <li class="record">
      <p>
        <Go to={{ open: `record:${record.id}` }}>{record.title}</Go>
        {record.when ? <span class="when">, {record.when}</span> : null}
        {typeof value === 'number' ? (
          <strong> {quantityText(value, typeof unit === 'string' ? unit : '')}</strong>
        ) : null}
      </p>
      <EvidenceList evidence={record.evidence} />
    </li>
  );
}

/** A formula, what its letters mean, and the formula with the numbers put in. */
export function Formula({ formula, filled }: { formula: string | undefined; filled?: string | undefined }) {
  const [, written = formula, words] = /^(.*?)\s{2,}\((.*)\)$/.exec(formula ?? '') ?? [];
  return (
    <figure class="formula" aria-label="Formula">
      {written ? <code>{written}</code> : null}
      {words ? <small>{words}</small> : null}
      {filled ? <code class="filled">{filled}</code> : null}
    </figure>
  );
}

/** Rows as CSV (RFC 4180). */
export function csv(rows: readonly (readonly (string | number | undefined)[])[]): string {
  const cell = (value: string | number | undefined) => {
    const text = value === undefined ? '' : String(value);
    return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  };
  return `${rows.map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`;
}
