import { directionColour, screenTheme } from '../../figures/index.ts';
import { useDossier } from '../dossier-context.tsx';

const keys: readonly (readonly [string, string])[] = [
  ['1 – 5', 'the dimensions'],
  ['[ and ]', 'the year before and after'],
  ['m', 'from the rose to the measures and back'],
  ['Tab', 'from part to part; a drawing is one stop'],
  ['← → ↑ ↓', 'from mark to mark in a drawing'],
  ['Enter', 'opens the evidence of a mark or a number'],
  ['Esc', 'closes it, and goes back to where you were'],
  ['?', 'this help'],
];

/** How to read the page, and its keys. */
export function Help() {
  const { focal, version } = useDossier();
  return (
    <>
      <h2>How to read this page</h2>
      <p>
        The rose stands in the capital of {focal.name}. Each petal points to a partner along the great circle
        to its capital. Its <b>length</b> is the weight: the partner’s share of the ties in this dimension.
        Its <b>colour</b> is the direction, from conflict to cooperation:
      </p>
      <p class="ramp" aria-hidden="true">
        <span>conflict</span>
        <svg aria-hidden="true" viewBox="0 0 180 12" width="180" height="12">
          {screenTheme.direction.map((_, step) => (
            <rect
              key={screenTheme.direction[step]}
              x={step * 20}
              y={0}
              width={19}
              height={12}
              fill={directionColour(screenTheme, -1 + (2 * step + 1) / 9)}
            />
          ))}
        </svg>
        <span>cooperation</span>
      </p>
      <p>
        A dashed outline has a weight and no direction; an open mark at the rim has no figure, and says why.
        The fine line at the tip is the interval. The needle is the sum of all petals: geometry, not a
        forecast.
      </p>
      <p>
        Every number opens its evidence: the formula, the terms that sum to it, the records, and the sources
        they rest on. “–” means that there is no figure; it is never a zero.
      </p>
      <h3>Keys</h3>
      <table class="keys">
        <tbody>
          {keys.map(([key, words]) => (
            <tr key={key}>
              <th scope="row">
                <kbd>{key}</kbd>
              </th>
              <td>{words}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p class="note">
        Multivector {version}. The same figures: <code>multivector vectors {focal.id}</code>; the reading
        interface: <a href="/api/openapi.json">/api/openapi.json</a>.
      </p>
    </>
  );
}
