import { isGap } from '../../model/gap.ts';
import { type ProfileAnswer, pathOf, useAnswer, type YearAnswer } from '../api.ts';
import { useDossier } from '../dossier-context.tsx';
import { Go, useNavigation } from '../navigation.tsx';
import { balanceKey, decimals, Figured, gapText, percent, titled } from '../words.tsx';
import { Copy, Formula, Pending } from './parts.tsx';

/** A part of the profile: its band, its method, and the numbers it was computed from. */
export function ProfileEvidence({ id }: { id: string }) {
  const { address } = useNavigation();
  const { names } = useDossier();
  const [year = '', part] = id.split('.');
  const answered = useAnswer<ProfileAnswer>(pathOf(address, 'profile', { year }));
  const measured = useAnswer<YearAnswer>(pathOf(address, 'measures', { year }));
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
        {part === 'say-do-gap' ? (
          <ul class="records">
            {answered.answer?.commitments
              .filter(({ shortfall }) => !isGap(shortfall))
              .map(({ id: commitment, text, words }) => (
                <li key={commitment} class="record">
                  <Go to={{ open: `record:${commitment}` }}>{text}</Go>: {words}
                </li>
              ))}
          </ul>
        ) : (
          <table class="terms">
            <thead>
              <tr>
                <th scope="col">Dimension</th>
                <th scope="col">Effective partners</th>
                <th scope="col">Leader</th>
                <th scope="col">Pull</th>
              </tr>
            </thead>
            <tbody>
              {measured.answer?.dimensions.map(({ dimension, balance, resultant }) => (
                <tr key={dimension}>
                  <th scope="row">{titled(dimension)}</th>
                  <td>
                    <Figured
                      value={balance.effectivePartners}
                      as="number"
                      to={{ open: balanceKey(dimension, Number(year), 'effectivePartners') }}
                      label={`Effective partners, ${dimension}`}
                    />
                  </td>
                  <td>
                    {isGap(balance.leader) ? (
                      '–'
                    ) : (
                      <Go to={{ open: balanceKey(dimension, Number(year), 'leader') }} className="number">
                        {names[balance.leader.partner] ?? balance.leader.partner}{' '}
                        {percent(balance.leader.weight)}
                      </Go>
                    )}
                  </td>
                  <td>
                    <Figured
                      value={resultant.pull}
                      as="position"
                      to={{ open: balanceKey(dimension, Number(year), 'pull') }}
                      label={`Pull, ${dimension}`}
                    />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </section>
      <div class="actions">
        <Copy text={() => JSON.stringify(own, undefined, 2)}>Copy as JSON</Copy>
      </div>
    </>
  );
}
