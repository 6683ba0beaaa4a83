import type { DossierAnswer, LightVector } from './api.ts';
import { drawn } from './words.tsx';

/** An actor whose place is known, for a drawing that needs it. */
export function placed<
  A extends { readonly latitude?: number | undefined; readonly longitude?: number | undefined },
>(actor: A): (A & { latitude: number; longitude: number }) | undefined {
  const { latitude, longitude } = actor;
  return latitude === undefined || longitude === undefined ? undefined : { ...actor, latitude, longitude };
}

/** The partners that have a place and a vector, as roses and maps take them. */
export const placedPartners = (dossier: DossierAnswer, vectors: readonly LightVector[]) =>
  dossier.partners.flatMap((partner) => {
    const vector = vectors.find((one) => one.partner === partner.id);
    const place = placed(partner);
    return vector && place ? [{ ...place, vector: drawn(vector) }] : [];
  });
