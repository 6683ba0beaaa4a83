import { useEffect, useState } from 'preact/hooks';
import type { Topology } from 'topojson-specification';
import landUrl from 'world-atlas/countries-110m.json?url';
import { mapNote, screenTheme, tieMap } from '../../figures/index.ts';
import { vectorWords } from '../../figures/words.ts';
import { ask, type DossierAnswer, type MeasuredAnswer } from '../api.ts';
import { Figure, type Mark, useWidth } from '../figure.tsx';
import { useNavigation } from '../navigation.tsx';
import { placed, placedPartners } from '../placed.ts';

/** The ties on a map centred on the capital, so that its lines have the bearings of the rose. */
export function MapView({
  dossier,
  measured,
  year,
}: {
  dossier: DossierAnswer;
  measured: MeasuredAnswer;
  year: number;
}) {
  const { go } = useNavigation();
  const [node, width] = useWidth<HTMLDivElement>(900);
  const [topology, setTopology] = useState<Topology>();
  const [pointed, setPointed] = useState<Mark>();
  useEffect(() => {
    let wanted = true;
    ask<Topology>(landUrl).then(
      (land) => wanted && setTopology(land),
      () => {}, // the banner says that the server does not answer; the table has the figures
    );
    return () => {
      wanted = false;
    };
  }, []);
  const focal = placed(dossier.focal);
  const partners = placedPartners(dossier, measured.vectors);
  const one = partners.find(({ vector }) => vector.id === pointed?.vector);
  return (
    <section class="wide map" id="map" aria-labelledby="map-title">
      <h2 id="map-title">On the map</h2>
      <p class="lead">
        The {measured.dimension} ties of {year}: the wider a line the greater the weight. Distances and
        bearings from the capital are true.
      </p>
      <div ref={node} class="map-frame">
        {topology && focal ? (
          <Figure
            drawing={tieMap(
              { focal, partners, topology },
              {
                theme: screenTheme,
                width: width,
                height: Math.round(Math.min(600, Math.max(300, width * 0.56))),
              },
            )}
            onOpen={({ vector }) => go({ open: vector })}
            onPoint={setPointed}
          />
        ) : null}
      </div>
      <p class="readout" aria-hidden="true">
        {one ? vectorWords(one.name, one.vector) : <span class="muted">{mapNote}</span>}
      </p>
    </section>
  );
}
