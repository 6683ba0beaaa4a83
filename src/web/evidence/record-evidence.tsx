import type { Found } from '../../model/trace.ts';
import { pathOf, useAnswer } from '../api.ts';
import { useDossier } from '../dossier-context.tsx';
import { Go, useNavigation } from '../navigation.tsx';
import { Copy, csv, EvidenceList, Pending } from './parts.tsx';

const hiddenFields = new Set(['id', 'title']);

/** One record of each table. */
const kinds: Readonly<Record<Found['table'], string>> = {
  actors: 'Actor',
  holders: 'Holder of an office',
  ties: 'Tie',
  events: 'Event',
  routes: 'Leg of a corridor',
  observations: 'Observation',
  documents: 'Document',
  commitments: 'Commitment',
  claims: 'Claim',
  evidence: 'Evidence',
};

/** Columns that a reader would take for something else. */
const plainer: Readonly<Record<string, string>> = {
  'events.source': 'who acts',
  'events.target': 'acted on',
  'events.root': 'PLOVER root',
  'events.mode': 'PLOVER mode',
  'events.cameo': 'CAMEO code',
  'events.intensity': 'Goldstein scale',
  'ties.a': 'between',
  'ties.b': 'and',
  'claims.by': 'who says so',
};

const fieldName = (table: string, name: string): string =>
  plainer[`${table}.${name}`] ?? name.replaceAll('_', ' ');

function written(value: unknown, names: Readonly<Record<string, string>>): string {
  if (Array.isArray(value)) return value.map((one) => written(one, names)).join('; ');
  if (typeof value === 'string') return names[value] ? `${names[value]} (${value})` : value;
  if (typeof value === 'number')
    return value.toLocaleString('en', { maximumFractionDigits: 6, useGrouping: false });
  return JSON.stringify(value);
}

const isEmpty = (value: unknown): boolean =>
  value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0);

/** A record with all its fields and the sources it rests on. */
export function RecordEvidence({ id }: { id: string }) {
  const { address } = useNavigation();
  const { names, sources } = useDossier();
  const answered = useAnswer<Found>(pathOf(address, `records/${encodeURIComponent(id)}`));
  const { answer: record } = answered;
  if (!record || record.id !== id) return <Pending answered={answered} />;
  const fields = Object.entries(record.row).filter(
    ([name, value]) => !hiddenFields.has(name) && !isEmpty(value),
  );
  const references = record.evidence.map(({ source, citation, locator }) => {
    const reference = sources.find((one) => one.id === source)?.reference ?? citation;
    return locator ? `${reference} ${locator}.` : reference;
  });
  return (
    <>
      <h2>{record.title}</h2>
      <p class="overline">
        {kinds[record.table]}
        {record.when ? `, ${record.when}` : ''}
      </p>
      <section aria-label="Sources">
        <h3>{record.evidence.length === 1 ? 'Source' : 'Sources'}</h3>
        <EvidenceList evidence={record.evidence} />
      </section>
      <section aria-label="Fields">
        <h3>The record</h3>
        <dl class="fields">
          <div>
            <dt>id</dt>
            <dd>
              <code>{record.id}</code>
            </dd>
          </div>
          {fields.map(([name, value]) => (
            <div key={name}>
              <dt>{fieldName(record.table, name)}</dt>
              <dd>
                {name === 'source' && typeof value === 'string' ? (
                  <Go to={{ open: `source:${value}` }}>{value}</Go>
                ) : (
                  written(value, names)
                )}
              </dd>
            </div>
          ))}
        </dl>
      </section>
      <div class="actions">
        {references.length > 0 ? <Copy text={() => references.join('\n')}>Copy citation</Copy> : null}
        <Copy text={() => JSON.stringify(record, undefined, 2)}>Copy as JSON</Copy>
        <Copy
          text={() =>
            csv([
              Object.keys(record.row),
              Object.values(record.row).map((value) =>
                Array.isArray(value) ? value.join('; ') : value === undefined ? undefined : String(value),
              ),
            ])
          }
        >
          Copy as CSV
        </Copy>
      </div>
    </>
  );
}
