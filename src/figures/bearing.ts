/** A place on the globe, decimal degrees, north and east positive. */
export interface Place {
  readonly latitude: number;
  readonly longitude: number;
}

const radians = (degrees: number) => (degrees * Math.PI) / 180;
const degrees = (angle: number) => (angle * 180) / Math.PI;

/**
 * Course on which a great circle leaves `from` for `to`, degrees clockwise from north in [0, 360):
 * θ = atan2(sin Δλ · cos φ₂, cos φ₁ · sin φ₂ − sin φ₁ · cos φ₂ · cos Δλ). From a place to itself, 0.
 *
 * @see Snyder, J. P. (1987). Map Projections: A Working Manual. USGS Professional Paper 1395, eq. 5-4b.
 * @example initialBearing({ latitude: 0, longitude: 0 }, { latitude: 0, longitude: 10 }) // 90
 */
export function initialBearing(from: Place, to: Place): number {
  const [a, b, turn] = [from.latitude, to.latitude, to.longitude - from.longitude].map(radians) as [
    number,
    number,
    number,
  ];
  const east = Math.sin(turn) * Math.cos(b);
  const north = Math.cos(a) * Math.sin(b) - Math.sin(a) * Math.cos(b) * Math.cos(turn);
  if (Math.hypot(east, north) < 1e-12) return 0;
  const bearing = (degrees(Math.atan2(east, north)) + 360) % 360;
  return bearing === 360 ? 0 : bearing;
}

/** Length and bearing of a sum of arrows. */
export interface Arrow {
  /** Degrees clockwise from north. */
  readonly bearing: number;
  readonly length: number;
}

/** Adds arrows up as vectors in the plane. Arrows that cancel each other leave one of length 0 and bearing 0. */
export function sumOfArrows(arrows: readonly Arrow[]): Arrow {
  const east = arrows.reduce((sum, { bearing, length }) => sum + length * Math.sin(radians(bearing)), 0);
  const north = arrows.reduce((sum, { bearing, length }) => sum + length * Math.cos(radians(bearing)), 0);
  const length = Math.hypot(east, north);
  return length < 1e-9
    ? { bearing: 0, length: 0 }
    : { bearing: (degrees(Math.atan2(east, north)) + 360) % 360, length };
}

/** The point at a distance from a centre in the direction of a bearing, y downwards. */
export function pointAt(cx: number, cy: number, bearing: number, distance: number): [number, number] {
  const angle = radians(bearing);
  return [cx + distance * Math.sin(angle), cy - distance * Math.cos(angle)];
}
