import { isGap } from '../../model/gap.ts';
import type { ProfilePart, ProfileTerm } from '../../model/measured.ts';
import { type ProfileAnswer, pathOf, useAnswer } from '../api.ts';
import { Go, useNavigation } from '../navigation.tsx';
import { balanceKey, decimals, gapText, titled } from '../words.tsx';
import { Copy, Formula, Pending } from './parts.tsx';

/** What a term is about, with the way to what it was computed from. */
function About({ term, year, part }: { term: ProfileTerm; year: number; part: ProfilePart['id'] }) {
  const about = titled(term.about);
  if (term.record) return <Go to={{ open: `record:${term.record}` }}>{about}</Go>;
  if (term.vector) return <Go to={{ open: term.vector }}>{about}</Go>;
  if (!term.dimension) return <>{about}</>;
  const figure = part === 'contradiction' ? 'pull' : 'effectivePartners';
  return <Go to={{ open: balanceKey(term.dimension, year, figure) }}>{about}</Go>;
}

/** A part of the profile: its band, its method, and the numbers it was computed from. */
export function ProfileEvidence({ id }: { id: string }) {
  const { address } = useNavigation();
  const [year = '', part] = id.split('.');
  const answered = useAnswer<ProfileAnswer>(pathOf(address, 'profile', { year }));
  const own = answered.answer?.parts.find((one) => one.id === part);
  if (!own) return <Pending answered={answered} />;
  const [low, high] = own.bands;
  return (
    <>
      <h2>{own.title}</h2>
      <p class="overline">Profile, {year}</p>
      <p class="headline">
        <b>{isGap(own.value) ? '–' : decimals(own.value, 2)}</b>{' '}
        <span class="interval">{isGap(own.value) ? gapText(own.value) : `${own.unit}; ${own.band}`}</span>
      </p>
      <p>{titled(own.words)}.</p>
      <Formula formula={own.method} />
      <p class="note">
        Low is below {low}, high from {high} on. These bounds are ours, to be argued with; no literature gives
        any.
      </p>
      <section aria-label="Computed from">
        <h3>Computed from</h3>
        {own.terms.length === 0 ? <p class="because">There is nothing to compute it from.</p> : null}
        <table class="terms">
          <caption class="hidden">Terms of {own.title}</caption>
          <tbody>
            {own.terms.map((term) => (
              <tr key={term.about}>
                <th scope="row">
                  <About term={term} year={Number(year)} part={own.id} />
                  {term.weight === undefined ? null : <small> {decimals(term.weight, 1)} records</small>}
                </th>
                <td>{decimals(term.value, 2)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <div class="actions">
        <Copy text={() => JSON.stringify(own, undefined, 2)}>Copy as JSON</Copy>
      </div>
    </>
  );
}
