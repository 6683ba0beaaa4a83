import { directionWord } from '../../figures/index.ts';
import { isGap } from '../../model/gap.ts';
import type { DossierAnswer, MeasuredAnswer } from '../api.ts';
import { balanceKey, Figured, intervalText, titled } from '../words.tsx';

/** Names that a sentence gives an article: “the European Union”. */
const articled =
  /^(European Union|United |Netherlands|Philippines|Czech Republic|Gambia|Bahamas|Maldives|Holy See)/;

const withArticle = (name: string): string => (articled.test(name) ? `The ${name}` : name);

/** The dimension and the year in a sentence, each number of which opens its evidence. */
export function Summary({
  dossier,
  measured,
  year,
}: {
  dossier: DossierAnswer;
  measured: MeasuredAnswer;
  year: number;
}) {
  const { balance, dimension, vectors } = measured;
  const words = dossier.dimensions.find(({ id }) => id === dimension)?.words;
  const { leader } = balance;
  const lead = isGap(leader) ? undefined : vectors.find(({ partner }) => partner === leader.partner);
  return (
    <section class="summary" aria-labelledby="summary-title">
      <p class="overline" id="summary-title">
        {titled(dimension)}, {year}
      </p>
      {lead && !isGap(leader) ? (
        <p class="sentence">
          {withArticle(dossier.names[leader.partner] ?? leader.partner)} leads with{' '}
          <Figured
            value={lead.weight}
            as="share"
            to={{ open: lead.id }}
            label={`Weight of ${leader.partner}`}
          />
          {isGap(lead.weightInterval) ? null : (
            <span class="interval"> [{intervalText(lead.weightInterval, 'share')}]</span>
          )}
          {isGap(lead.direction) ? ', its direction not to be told' : `, ${directionWord(lead.direction)}`};{' '}
          {'the ties are spread as over '}
          <Figured
            value={balance.effectivePartners}
            as="number"
            to={{ open: balanceKey(dimension, year, 'effectivePartners') }}
            label="Effective number of partners"
          />
          {' equal partners.'}
        </p>
      ) : (
        <p class="sentence">No partner has a weight in {year}.</p>
      )}
      {words ? <p class="caption">{titled(words)}.</p> : null}
    </section>
  );
}
