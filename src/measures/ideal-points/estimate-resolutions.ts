import type { Layout } from './layout.ts';
import { inverseMills } from './normal.ts';
import type { Parameters } from './parameters.ts';
import { cutpointPrecision, slopePrecision } from './priors.ts';
import { abstention, atAbstention } from './response.ts';

/** The longest step at once, and by how much of itself the room between the cutpoints may shrink in it. */
const longestStep = 1;
const mostShrinkage = 0.9;
/** Below it a pivot is a rounding error. */
const leastPivot = 1e-9;

/**
 * One Newton step of each resolution's slope and cutpoints, given the points. A priori the cutpoints are equally likely
 * anywhere, which in the logarithm of the room between them is a term ln(upper − lower); with it the log-posterior is
 * concave, and the cutpoints never meet where nobody abstained.
 *
 * @returns the longest step
 */
export function stepResolutions(layout: Layout, parameters: Parameters, weight: Float64Array): number {
  let longest = 0;
  const { theta, beta, lower, upper } = parameters;
  const { resolutionStart, resolutionPosition, resolutionCall, resolutionChoice } = layout;
  for (let r = 0; r < layout.resolutions; r++) {
    const b = beta[r] as number;
    const l = lower[r] as number;
    const u = upper[r] as number;
    const room = u - l;
    // gradient, and the negative Hessian, of slope (b), lower (l) and upper cutpoint (u)
    let gb = -slopePrecision * b;
    let gl = -cutpointPrecision * l - 1 / room;
    let gu = -cutpointPrecision * u + 1 / room;
    let hbb = slopePrecision;
    let hll = cutpointPrecision + 1 / (room * room);
    let huu = hll;
    let hlu = -1 / (room * room);
    let hbl = 0;
    let hbu = 0;
    let counted = 0;
    const end = resolutionStart[r + 1] as number;
    for (let v = resolutionStart[r] as number; v < end; v++) {
      const w = weight[resolutionCall[v] as number] as number;
      if (w === 0) continue;
      counted += w;
      const point = theta[resolutionPosition[v] as number] as number;
      const x = b * point;
      const choice = resolutionChoice[v] as number;
      if (choice === 1) {
        const a = l - x;
        const pull = inverseMills(a);
        const bend = w * pull * (pull + a);
        gl += w * pull;
        gb -= w * pull * point;
        hll += bend;
        hbl -= bend * point;
        hbb += bend * point * point;
      } else if (choice === 3) {
        const a = x - u;
        const pull = inverseMills(a);
        const bend = w * pull * (pull + a);
        gu -= w * pull;
        gb += w * pull * point;
        huu += bend;
        hbu -= bend * point;
        hbb += bend * point * point;
      } else {
        atAbstention(l - x, u - x);
        const atLower = abstention.lower;
        const atUpper = abstention.upper;
        const bendUpper = w * ((u - x) * atUpper + atUpper * atUpper);
        const bendLower = w * (atLower * atLower - (l - x) * atLower);
        const bendBoth = -w * atUpper * atLower;
        gu += w * atUpper;
        gl -= w * atLower;
        gb -= w * (atUpper - atLower) * point;
        huu += bendUpper;
        hll += bendLower;
        hlu += bendBoth;
        hbu -= (bendUpper + bendBoth) * point;
        hbl -= (bendLower + bendBoth) * point;
        hbb += (bendUpper + bendLower + 2 * bendBoth) * point * point;
      }
    }
    if (counted === 0) continue;
    // Cholesky's factor of the negative Hessian, and the step
    const m11 = Math.sqrt(hbb);
    const m21 = hbl / m11;
    const m31 = hbu / m11;
    const m22 = Math.sqrt(Math.max(hll - m21 * m21, leastPivot));
    const m32 = (hlu - m31 * m21) / m22;
    const m33 = Math.sqrt(Math.max(huu - m31 * m31 - m32 * m32, leastPivot));
    const y1 = gb / m11;
    const y2 = (gl - m21 * y1) / m22;
    const y3 = (gu - m31 * y1 - m32 * y2) / m33;
    const du = y3 / m33;
    const dl = (y2 - m32 * du) / m22;
    const db = (y1 - m21 * dl - m31 * du) / m11;
    const length = Math.max(Math.abs(db), Math.abs(dl), Math.abs(du));
    let scale = Math.min(1, longestStep / length);
    if ((dl - du) * scale > mostShrinkage * room) scale = (mostShrinkage * room) / (dl - du);
    beta[r] = b + scale * db;
    lower[r] = l + scale * dl;
    upper[r] = u + scale * du;
    longest = Math.max(longest, scale * length);
  }
  return longest;
}
