import type { Underway } from '../api.ts';

/** How far an answer is that is on its way; it is not seen where the answer comes at once. */
export function Waiting({ underway }: { underway: Underway | undefined }) {
  return (
    <div class="underway" role="status">
      <progress
        {...(underway && underway.progress > 0 && { value: underway.progress })}
        aria-label="How far it is"
      />
      <span>
        {underway === undefined
          ? 'computing'
          : underway.progress > 0
            ? `${underway.what}, ${Math.round(underway.progress * 100)} %`
            : underway.what}
      </span>
    </div>
  );
}
