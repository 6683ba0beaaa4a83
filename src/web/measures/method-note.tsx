import { Formula } from '../evidence/parts.tsx';
import type { MeasureAnswer } from './answers.ts';

const written = (end: number | undefined, otherwise: string): string =>
  end === undefined ? otherwise : String(end).replace('-', '−');

/** How a measure is made, between what ends it lies, what it cannot tell, and whose it is. */
export function MethodNote({ measure }: { measure: MeasureAnswer }) {
  const { formula, unit, least, greatest, interval, weak, cite, items, id } = measure;
  return (
    <section class="method" aria-labelledby="method-title">
      <h3 id="method-title">Method</h3>
      <Formula formula={formula} />
      <dl class="fields">
        <div>
          <dt>range</dt>
          <dd>
            {written(least, 'no least value')} to {written(greatest, 'no greatest value')}
            {unit === '' ? '' : `, ${unit}`}
          </dd>
        </div>
        {items === undefined ? null : (
          <div>
            <dt>gives</dt>
            <dd>a figure for each {items}</dd>
          </div>
        )}
        <div>
          <dt>interval</dt>
          <dd>{interval === '' ? 'none: neither chance nor choice moves it' : interval}</dd>
        </div>
        <div>
          <dt>cannot tell</dt>
          <dd>{weak}</dd>
        </div>
        <div>
          <dt>references</dt>
          <dd>
            <ul>
              {cite.map((reference) => (
                <li key={reference}>{reference}</li>
              ))}
            </ul>
          </dd>
        </div>
        <div>
          <dt>as a command</dt>
          <dd>
            <code>multivector measures {id}</code>
          </dd>
        </div>
      </dl>
    </section>
  );
}
