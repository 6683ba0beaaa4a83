import { isGap } from '../../model/gap.ts';
import type { ProfileAnswer } from '../api.ts';
import { Go } from '../navigation.tsx';
import { decimals, Figured, gapText, titled } from '../words.tsx';

type Part = ProfileAnswer['parts'][number];

/** Where a part's axis ends: shares end at 1, a number of partners some way above where high begins. */
const endOf = ({ unit, bands: [, high], value }: Part): number =>
  unit === 'partners' ? Math.max(6, high * 1.7, isGap(value) ? 0 : value) : 1;

/** The value on its axis, with the bounds of low and high. */
function Band({ part }: { part: Part }) {
  const end = endOf(part);
  const [low, high] = part.bands;
  const x = (value: number) => (Math.min(value, end) / end) * 200;
  return (
    <svg
      class="band"
      viewBox="-6 0 212 26"
      role="img"
      aria-label={`${part.band}; low below ${low}, high from ${high}`}
    >
      <rect x={0} y={6} width={x(low)} height={10} class="low" />
      <rect x={x(low)} y={6} width={x(high) - x(low)} height={10} class="middle" />
      <rect x={x(high)} y={6} width={200 - x(high)} height={10} class="high" />
      {isGap(part.value) ? null : (
        <path d={`M${x(part.value)} 17l-5 8h10zM${x(part.value) - 0.8} 3h1.600v14h-1.600z`} class="mark" />
      )}
    </svg>
  );
}

/** What “multi-vector” means in numbers, six parts and never one score; and the declared beside the practised. */
export function ProfileView({ profile, year }: { profile: ProfileAnswer; year: number }) {
  return (
    <section class="wide profile" id="profile" aria-labelledby="profile-title">
      <h2 id="profile-title">Profile</h2>
      <p class="lead">
        {year}: <b>{profile.label}</b>, since {profile.rule}. Six figures, over all dimensions; there is no
        sum of them.
      </p>
      <ul class="parts">
        {profile.parts.map((part) => (
          <li key={part.id}>
            <h3>{part.title}</h3>
            <p class="value">
              <Figured
                value={part.value}
                as={part.unit === 'partners' ? 'number' : 'index'}
                to={{ open: `profile:${year}.${part.id}` }}
                label={part.title}
                className="large"
              />{' '}
              <span class={`bandword ${part.band}`}>{part.band === 'none' ? '' : part.band}</span>
            </p>
            <Band part={part} />
            <p class="caption">{isGap(part.value) ? gapText(part.value) : `${titled(part.words)}.`}</p>
          </li>
        ))}
      </ul>
      {profile.commitments.length > 0 ? (
        <>
          <h3 id="declared">Declared and practised</h3>
          <table class="terms declared" aria-labelledby="declared">
            <thead>
              <tr>
                <th scope="col">Declared</th>
                <th scope="col">Practised</th>
                <th scope="col">Seen in</th>
              </tr>
            </thead>
            <tbody>
              {profile.commitments
                .toSorted((a, b) => order.indexOf(a.verdict) - order.indexOf(b.verdict))
                .map(({ id, text, dimension, verdict, words, shortfall }) => (
                  <tr key={id}>
                    <th scope="row">
                      <Go to={{ open: `record:${id}` }}>{text}</Go>
                      {dimension ? <small> {dimension}</small> : null}
                    </th>
                    <td>
                      <span class={`verdict ${verdict.replaceAll(' ', '-')}`}>{verdict}</span>
                    </td>
                    <td>
                      {words}
                      {isGap(shortfall) ? null : <small> (falls short by {decimals(shortfall, 2)})</small>}
                    </td>
                  </tr>
                ))}
            </tbody>
          </table>
        </>
      ) : null}
    </section>
  );
}

const order = ['fell short', 'kept', 'cannot be told'];
