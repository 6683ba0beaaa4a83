import { useMemo, useState } from 'preact/hooks';
import { initialBearing, rose, screenTheme } from '../../figures/index.ts';
import { vectorWords } from '../../figures/words.ts';
import type { DossierAnswer, MeasuredAnswer } from '../api.ts';
import { Figure, type Mark, useWidth } from '../figure.tsx';
import { useNavigation } from '../navigation.tsx';
import { placed, placedPartners } from '../placed.ts';
import { useTween } from '../tween.ts';

/** The rose of a dimension and a year; its petals open their evidence. */
export function RoseView({
  dossier,
  measured,
  year,
  max,
}: {
  dossier: DossierAnswer;
  measured: MeasuredAnswer;
  year: number;
  /** The weight at the rim, where roses are to be compared through the years. */
  max: number | undefined;
}) {
  const { go } = useNavigation();
  const [node, width] = useWidth<HTMLDivElement>(720);
  const [pointed, setPointed] = useState<Mark>();
  const target = useMemo(
    () => ({ vectors: measured.vectors, max: max ?? reachOf(measured) }),
    [measured, max],
  );
  const shown = useTween(target);

  const focal = placed(dossier.focal);
  const partners = placedPartners(dossier, shown.vectors);
  if (!focal)
    return <p class="note">The place of {dossier.focal.name} is not known, so there is no bearing.</p>;

  const bearings = new Map(partners.map((partner) => [partner.id, initialBearing(focal, partner)]));
  const one = partners.find(({ vector }) => vector.id === pointed?.vector);
  return (
    <div class="rose" ref={node}>
      <Figure
        drawing={rose(
          { focal, partners, dimension: measured.dimension, period: String(year), resultant: undefined },
          {
            theme: screenTheme,
            size: sizeFor(width),
            ...(shown.max !== undefined && { max: shown.max }),
          },
        )}
        order={({ vector }) => bearings.get(vector?.split('.')[1] ?? '') ?? 0}
        onOpen={({ vector }) => go({ open: vector })}
        onPoint={setPointed}
      />
      <p class="readout" aria-hidden="true">
        {one ? (
          vectorWords(one.name, one.vector, { bearing: bearings.get(one.id) })
        ) : (
          <span class="muted">
            Length is weight, colour is direction, bearing is true. Open a petal for its evidence.
          </span>
        )}
      </p>
    </div>
  );
}

/** As wide as there is room for, and on a wide screen no higher than the screen below the helm. */
function sizeFor(width: number): number {
  if (width < 620) return width;
  return Math.round(Math.min(width, 900, Math.max(560, (innerHeight - 216) / 0.9)));
}

/** The farthest that a petal or its interval comes. */
export function reachOf({ vectors }: { readonly vectors: MeasuredAnswer['vectors'] }): number | undefined {
  const ends = vectors.flatMap(({ weight, weightInterval }) =>
    typeof weight !== 'number' ? [] : 'high' in weightInterval ? [weight, weightInterval.high] : [weight],
  );
  return ends.length > 0 ? Math.max(...ends) : undefined;
}
