/** Mean radius of the Earth in kilometres, IUGG. */
export const earthRadius = 6371.0088;

/** Degrees north and east. */
export interface Position {
  readonly latitude: number;
  readonly longitude: number;
}

/**
 * Distance along the surface of a sphere, by the haversine formula.
 *
 * @returns kilometres, from 0 to half the circumference, 20,015
 * @see Sinnott, R. W. (1984). Virtues of the haversine. Sky and Telescope 68(2): 158.
 * @example greatCircle({ latitude: 0, longitude: 0 }, { latitude: 0, longitude: 90 }) // 10007.5…
 */
export function greatCircle(a: Position, b: Position): number {
  const radians = (degrees: number): number => (degrees * Math.PI) / 180;
  const north = Math.sin(radians(b.latitude - a.latitude) / 2) ** 2;
  const east = Math.sin(radians(b.longitude - a.longitude) / 2) ** 2;
  const h = north + Math.cos(radians(a.latitude)) * Math.cos(radians(b.latitude)) * east;
  return 2 * earthRadius * Math.asin(Math.min(1, Math.sqrt(h)));
}
