import { pathOf, type SourceAnswer, useAnswer } from '../api.ts';
import { useDossier } from '../dossier-context.tsx';
import { useNavigation } from '../navigation.tsx';
import { Copy, isWeb, Pending } from './parts.tsx';

/** A source: its reference, its licence, and whether it is at hand. What the dossier lacks, the archive may have. */
export function SourceEvidence({ id }: { id: string }) {
  const { address } = useNavigation();
  const own = useDossier().sources.find((one) => one.id === id);
  const answered = useAnswer<Omit<SourceAnswer, 'availability' | 'sha256'>>(
    own ? undefined : pathOf(address, `sources/${encodeURIComponent(id)}`),
  );
  const source: SourceAnswer | undefined =
    own ?? (answered.answer?.id === id ? { ...answered.answer, availability: 'at-hand' } : undefined);
  if (!source) return <Pending answered={answered} />;
  return (
    <>
      <h2>{source.title}</h2>
      <p class="overline">{own ? 'Source' : 'Data set of the archive'}</p>
      <p>{source.reference}</p>
      <dl class="fields">
        <div>
          <dt>availability</dt>
          <dd>
            <span class={source.availability === 'cited-not-supplied' ? 'badge missing' : 'badge'}>
              {source.availability === 'cited-not-supplied'
                ? 'cited, not supplied'
                : source.availability.replace('-', ' ')}
            </span>
          </dd>
        </div>
        <div>
          <dt>licence</dt>
          <dd>
            <span class={source.redistributable ? 'badge open' : 'badge closed'}>{source.licence}</span>{' '}
            {source.redistributable ? 'may be handed on' : 'may not be handed on'}
          </dd>
        </div>
        {source.note ? (
          <div>
            <dt>remark</dt>
            <dd>{source.note}</dd>
          </div>
        ) : null}
        {source.sha256 ? (
          <div>
            <dt>SHA-256</dt>
            <dd>
              <code class="break">{source.sha256}</code>
            </dd>
          </div>
        ) : null}
        {source.url && isWeb(source.url) ? (
          <div>
            <dt>address</dt>
            <dd>
              <a class="break" href={source.url} rel="noreferrer noopener" target="_blank">
                {source.url}
              </a>
            </dd>
          </div>
        ) : null}
        <div>
          <dt>id</dt>
          <dd>
            <code>{source.id}</code>
          </dd>
        </div>
      </dl>
      <div class="actions">
        <Copy text={() => source.reference}>Copy citation</Copy>
        <Copy text={() => JSON.stringify(source, undefined, 2)}>Copy as JSON</Copy>
      </div>
    </>
  );
}
