import { effectiveAxis, positionAxis, screenTheme } from '../../figures/index.ts';
import { type Gap, type Interval, isGap } from '../../model/gap.ts';
import type { DossierAnswer, MeasuredAnswer } from '../api.ts';
import { Figure, useWidth } from '../figure.tsx';
import { useNavigation } from '../navigation.tsx';
import { balanceKey, Figured, intervalText, percent } from '../words.tsx';

const levelOf = (interval: Interval | Gap): number => (isGap(interval) ? 0 : interval.level);

/** The effective number on its axis, and the figures beside it. */
function Spread({
  dossier,
  balance,
  open,
  width,
}: {
  dossier: DossierAnswer;
  balance: MeasuredAnswer['balance'];
  open: (part: string) => { open: string };
  width: number;
}) {
  const interval = intervalText(balance.effectivePartnersInterval, 'number');
  return (
    <>
      <div class="effective">
        <Figured
          value={balance.effectivePartners}
          as="number"
          to={open('effectivePartners')}
          label="Effective number of partners"
          className="large"
        />
        <div>
          <p class="caption">
            effective partners, of {balance.n} with a weight
            {interval === '' ? null : (
              <>
                ; {percent(levelOf(balance.effectivePartnersInterval))} interval {interval}
              </>
            )}
          </p>
          <Figure
            drawing={effectiveAxis(
              {
                value: balance.effectivePartners,
                interval: balance.effectivePartnersInterval,
                partners: balance.n,
              },
              { theme: screenTheme, width: Math.min(360, Math.max(160, width - 120)) },
            )}
          />
        </div>
      </div>
      <dl class="figures">
        <div>
          <dt>Leader</dt>
          <dd>
            <Figured
              value={isGap(balance.leader) ? balance.leader : balance.leader.weight}
              as="share"
              to={open('leader')}
              label="Leading partner’s weight"
            />
            {isGap(balance.leader) ? null : (
              <span> {dossier.names[balance.leader.partner] ?? balance.leader.partner}</span>
            )}
          </dd>
        </div>
        <div>
          <dt>leads in</dt>
          <dd>
            <Figured
              value={balance.leaderHolds}
              as="share"
              to={open('leaderHolds')}
              label="Share of draws in which it leads"
            />
            {isGap(balance.leaderHolds) ? null : <span> of draws</span>}
          </dd>
        </div>
        <div>
          <dt>Evenness</dt>
          <dd>
            <Figured value={balance.evenness} as="index" to={open('evenness')} label="Evenness" />
          </dd>
        </div>
        <div>
          <dt>By entropy</dt>
          <dd>
            <Figured
              value={balance.effectivePartnersShannon}
              as="number"
              to={open('effectivePartnersShannon')}
              label="Effective partners by Shannon’s entropy"
            />
          </dd>
        </div>
        <div>
          <dt>Coverage</dt>
          <dd>
            <Figured
              value={balance.coverage}
              as="share"
              to={open('coverage')}
              label="Share of the world total that the partners have"
            />
            {isGap(balance.coverage) ? null : <span> of the world</span>}
          </dd>
        </div>
      </dl>
    </>
  );
}

/** How the ties of a dimension are spread, who leads, and where they pull. */
export function BalanceView({
  dossier,
  measured,
  year,
}: {
  dossier: DossierAnswer;
  measured: MeasuredAnswer;
  year: number;
}) {
  const { go } = useNavigation();
  const [node, width] = useWidth<HTMLElement>(460);
  const { balance, resultant, dimension } = measured;
  const open = (part: string) => ({ open: balanceKey(dimension, year, part) });
  return (
    <section class="balance" aria-labelledby="balance-title" ref={node}>
      <h3 id="balance-title">Balance</h3>
      {isGap(balance.effectivePartners) ? (
        <p class="caption">
          <Figured
            value={balance.effectivePartners}
            as="number"
            to={open('effectivePartners')}
            label="Effective number of partners"
            whole
          />
        </p>
      ) : (
        <Spread dossier={dossier} balance={balance} open={open} width={width} />
      )}
      <h3 id="pull-title">Pull and stand</h3>
      <p class="caption">
        In the General Assembly the ties pull to{' '}
        <Figured value={resultant.pull} as="position" to={open('pull')} label="Pull of the ties" />,{' '}
        {dossier.focal.name} stands at{' '}
        <Figured value={resultant.stand} as="position" to={open('stand')} label="Own position" />
        {resultant.positionPeriod && resultant.positionPeriod !== String(year) ? (
          <> (positions of {resultant.positionPeriod})</>
        ) : null}
        .
      </p>
      {isGap(resultant.pull) ? null : (
        <Figure
          drawing={positionAxis(
            { resultant, focal: dossier.focal.id },
            { theme: screenTheme, width: Math.min(560, Math.max(280, width)) },
          )}
          onOpen={({ record }) => record && go({ open: `record:${record}` })}
        />
      )}
    </section>
  );
}
