import type { Disagreement } from '../../model/measured.ts';
import { pathOf, useAnswer } from '../api.ts';
import { useDossier } from '../dossier-context.tsx';
import { Go, useNavigation } from '../navigation.tsx';
import { DisagreementTable, verdictWords } from '../views/disagreements-view.tsx';
import { Copy, csv, Pending } from './parts.tsx';

/** Sources that state a thing differently, all of what each states. */
export function DisagreementEvidence({ id }: { id: string }) {
  const { address } = useNavigation();
  const { sources } = useDossier();
  const answered = useAnswer<readonly Disagreement[]>(pathOf(address, 'disagreements'));
  const own = answered.answer?.find((one) => one.id === id);
  if (!own) return <Pending answered={answered} />;
  const claim = own.id.startsWith('claim.') ? own.id.slice('claim.'.length) : undefined;
  return (
    <>
      <h2>{own.about}</h2>
      <p class="overline">Where sources disagree</p>
      {own.verdict ? <p>{verdictWords[own.verdict]}</p> : null}
      {claim ? (
        <p>
          <Go to={{ open: `record:${claim}` }}>The claim as a record</Go>
        </p>
      ) : null}
      <DisagreementTable disagreement={own} sources={sources} />
      <div class="actions">
        <Copy text={() => JSON.stringify(own, undefined, 2)}>Copy as JSON</Copy>
        <Copy
          text={() =>
            csv([
              ['source', 'period', 'states', 'definition', 'record'],
              ...own.sides.map(({ source, period, states, definition, record }) => [
                source,
                period,
                states,
                definition,
                record,
              ]),
            ])
          }
        >
          Copy as CSV
        </Copy>
      </div>
    </>
  );
}
