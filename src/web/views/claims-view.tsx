import { useState } from 'preact/hooks';
import { likelihoods } from '../../model/likelihood.ts';
import type { ClaimAnswer, DossierAnswer } from '../api.ts';
import { Go } from '../navigation.tsx';

/** How many are shown before the rest is asked for. */
const shownFirst = 14;

/** What the sources judge, with their own hedges; likelihood and confidence stand apart, as they are about different things. */
export function ClaimsView({ claims, dossier }: { claims: readonly ClaimAnswer[]; dossier: DossierAnswer }) {
  const [all, setAll] = useState(false);
  return (
    <section class="wide claims" id="claims" aria-labelledby="claims-title">
      <h2 id="claims-title">Claims</h2>
      <p class="lead">What the sources judge, in our words, with their own hedges kept.</p>
      {claims.length === 0 ? <p class="because">The dossier holds no claim.</p> : null}
      <ul>
        {claims
          .slice(0, all ? claims.length : shownFirst)
          .map(({ id, text, by, hedge, kind, likelihood, confidence, partners, evidence }) => (
            <li key={id}>
              <p>
                <Go to={{ open: `record:${id}` }}>{text}</Go>
              </p>
              <p class="badges">
                {hedge ? <span class="badge hedge">hedged: “{hedge}”</span> : null}
                {likelihood ? <span class="badge">likelihood: {likelihoods[likelihood].words}</span> : null}
                {confidence ? <span class="badge">confidence in the sources: {confidence}</span> : null}
                <span class="badge">{kind}</span>
                <span class="muted">
                  {by}
                  {evidence[0]?.locator ? `, ${evidence[0].locator}` : ''}
                  {partners.length > 0
                    ? ` · ${partners.map((partner) => dossier.names[partner] ?? partner).join(', ')}`
                    : ''}
                </span>
              </p>
            </li>
          ))}
      </ul>
      {claims.length > shownFirst && !all ? (
        <p class="actions">
          <button type="button" onClick={() => setAll(true)}>
            Show all {claims.length}
          </button>
        </p>
      ) : null}
    </section>
  );
}
