import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';

type Room = typeof import('./index.ts');

let room: Room | undefined;
let coming: Promise<Room> | undefined;

/** Fetches the code of the room of measures ahead of need. */
export function fetchRoom(): Promise<Room> {
  coming ??= import('./index.ts').then((come) => {
    room = come;
    return come;
  });
  coming.catch(() => {
    coming = undefined; // asked for again the next time
  });
  return coming;
}

/** A part of the room of measures, whose code is fetched when it is first shown: the first rose does not wait for it. */
export function InRoom<Props extends object>({
  part,
  props,
}: {
  part: (room: Room) => ComponentType<Props>;
  props: Props;
}) {
  const [here, setHere] = useState(room);
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    if (!here) fetchRoom().then(setHere, () => setFailed(true));
  }, [here]);
  if (failed)
    return (
      <p class="problem" role="alert">
        The workbench’s server does not answer; load the page again.
      </p>
    );
  if (!here)
    return (
      <p class="pending" role="status">
        Looking it up …
      </p>
    );
  const Part = part(here);
  return <Part {...props} />;
}
