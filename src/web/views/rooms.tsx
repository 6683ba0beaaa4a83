import { useEffect, useRef } from 'preact/hooks';
import { fetchRoom } from '../measures/lazy.tsx';
import { noQuestion } from '../measures/question.ts';
import { Go, useNavigation } from '../navigation.tsx';

/** The two rooms of the workbench. Whoever comes back to the measures finds what was asked last. */
export function Rooms() {
  const { address } = useNavigation();
  const last = useRef(noQuestion);
  useEffect(() => {
    if (address.question) last.current = address.question;
  }, [address.question]);
  return (
    <nav class="rooms" aria-label="Rooms">
      <Go to={{ question: undefined, open: undefined }} current={!address.question}>
        The rose
      </Go>
      <span onPointerEnter={() => fetchRoom().catch(() => undefined)}>
        <Go
          to={{ question: address.question ?? last.current, open: undefined }}
          current={address.question !== undefined}
          title="Every measure with its chart, its interval and its method (key m)"
        >
          Measures
        </Go>
      </span>
    </nav>
  );
}
