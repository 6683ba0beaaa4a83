import type { DossierAnswer } from '../api.ts';
import { Go } from '../navigation.tsx';

/** All sources with their licences, and what the page is. */
export function SourcesView({ dossier }: { dossier: DossierAnswer }) {
  const { sources, counts, version, focal } = dossier;
  const missing = sources.filter(({ availability }) => availability === 'cited-not-supplied');
  const others = sources.filter(({ availability }) => availability !== 'cited-not-supplied');
  const told = ['actors', 'ties', 'events', 'observations', 'documents', 'claims']
    .flatMap((table) => (counts[table] ? [`${counts[table].toLocaleString('en')} ${table}`] : []))
    .join(', ');
  return (
    <footer class="wide sources" id="sources">
      <h2>Sources</h2>
      <p class="lead">
        {dossier.title}: {told}. A licence travels with each source.
      </p>
      <ul>
        {others.map(({ id, title, citation, licence, redistributable }) => (
          <li key={id}>
            <Go to={{ open: `source:${id}` }}>{citation}</Go>
            {citation.startsWith(title) ? null : <span class="title"> {title}</span>}{' '}
            <span class={redistributable ? 'badge open' : 'badge closed'}>{licence}</span>
          </li>
        ))}
      </ul>
      {missing.length > 0 ? (
        <details>
          <summary>{missing.length} further sources are cited by those, and were not supplied</summary>
          <ul>
            {missing.map(({ id, title }) => (
              <li key={id}>
                <Go to={{ open: `source:${id}` }}>{title}</Go>{' '}
                <span class="badge missing">cited, not supplied</span>
              </li>
            ))}
          </ul>
        </details>
      ) : null}
      <p class="colophon">
        Multivector {version}, on this machine alone. <code>multivector brief {focal.id} -o brief.pdf</code>{' '}
        writes what you see as a footnoted brief.
      </p>
    </footer>
  );
}
