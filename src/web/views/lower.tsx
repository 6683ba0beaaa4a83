import type { Disagreement } from '../../model/measured.ts';
import {
  type Answered,
  type ClaimAnswer,
  type DossierAnswer,
  type ProfileAnswer,
  pathOf,
  type SeriesAnswer,
  type TimelineAnswer,
  useAnswer,
  type YearAnswer,
} from '../api.ts';
import { Pending } from '../evidence/parts.tsx';
import { useNavigation } from '../navigation.tsx';
import { ClaimsView } from './claims-view.tsx';
import { DisagreementsView } from './disagreements-view.tsx';
import { MapView } from './map-view.tsx';
import { ProfileView } from './profile-view.tsx';
import { SeriesView } from './series-view.tsx';
import { SourcesView } from './sources-view.tsx';
import { TimelineView } from './timeline-view.tsx';

/** All below the rose. */
export function Lower({
  dossier,
  measured,
  series,
  year,
}: {
  dossier: DossierAnswer;
  measured: YearAnswer | undefined;
  series: Answered<SeriesAnswer>;
  year: number;
}) {
  const { address } = useNavigation();

  const timeline = useAnswer<TimelineAnswer>(
    pathOf(address, 'timeline', {
      partner: address.partner,
      dimension: address.within,
      from: address.from,
      to: address.to,
    }),
  );
  const profile = useAnswer<ProfileAnswer>(pathOf(address, 'profile', { year }));
  const disagreements = useAnswer<readonly Disagreement[]>(pathOf(address, 'disagreements'));
  const claims = useAnswer<readonly ClaimAnswer[]>(pathOf(address, 'claims'));
  const own = measured?.dimensions.find(({ dimension }) => dimension === address.dimension);

  return (
    <div class="lower">
      {own ? <MapView dossier={dossier} measured={own} year={measured?.year ?? year} /> : null}
      {series.answer ? (
        <SeriesView dossier={dossier} series={series.answer} />
      ) : (
        <Pending answered={series} />
      )}
      {timeline.answer || timeline.problem ? (
        <TimelineView dossier={dossier} timeline={timeline.answer} problem={timeline.problem} />
      ) : (
        <Pending answered={timeline} />
      )}
      {profile.answer ? <ProfileView profile={profile.answer} year={year} /> : <Pending answered={profile} />}
      {disagreements.answer ? (
        <DisagreementsView disagreements={disagreements.answer} dossier={dossier} />
      ) : (
        <Pending answered={disagreements} />
      )}
      {claims.answer ? (
        <ClaimsView claims={claims.answer} dossier={dossier} />
      ) : (
        <Pending answered={claims} />
      )}
      <SourcesView dossier={dossier} />
    </div>
  );
}
