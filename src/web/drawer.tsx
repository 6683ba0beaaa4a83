import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { DossierAnswer } from './api.ts';
import { DossierProvider } from './dossier-context.tsx';
import { BalanceEvidence } from './evidence/balance-evidence.tsx';
import { DisagreementEvidence } from './evidence/disagreement-evidence.tsx';
import { Help } from './evidence/help.tsx';
import { ProfileEvidence } from './evidence/profile-evidence.tsx';
import { RecordEvidence } from './evidence/record-evidence.tsx';
import { SourceEvidence } from './evidence/source-evidence.tsx';
import { VectorEvidence } from './evidence/vector-evidence.tsx';
import { InRoom } from './measures/lazy.tsx';
import { useNavigation } from './navigation.tsx';

function content(open: string, dossier: DossierAnswer): ComponentChildren {
  const [kind = '', ...rest] = open.split(':');
  const id = rest.join(':');
  if (open === 'help') return <Help />;
  if (id === '') return <VectorEvidence id={open} />;
  if (kind === 'record') return <RecordEvidence id={id} />;
  if (kind === 'balance') return <BalanceEvidence id={id} />;
  if (kind === 'profile') return <ProfileEvidence id={id} />;
  if (kind === 'disagreement') return <DisagreementEvidence id={id} />;
  if (kind === 'source') return <SourceEvidence id={id} />;
  if (kind === 'figure') return <InRoom part={(room) => room.FigureEvidence} props={{ id, dossier }} />;
  return <p>There is no evidence of the kind “{kind}”.</p>;
}

/**
 * Where every number leads: what it was computed from, down to the sources. Beside the page where there is room, over
 * it on a phone. Esc closes it, and the focus goes back to where it came from.
 */
export function Drawer({ dossier }: { dossier: DossierAnswer }) {
  const { address, go, depth } = useNavigation();
  const panel = useRef<HTMLDivElement>(null);
  const opener = useRef<HTMLElement | SVGElement | undefined>(undefined);
  const { open } = address;

  useEffect(() => {
    if (open === undefined) {
      if (opener.current?.isConnected) opener.current.focus();
      opener.current = undefined;
      return;
    }
    const { activeElement } = document;
    if (
      (activeElement instanceof HTMLElement || activeElement instanceof SVGElement) &&
      activeElement !== document.body &&
      !panel.current?.contains(activeElement)
    )
      opener.current = activeElement;
    panel.current?.scrollTo(0, 0);
    panel.current?.focus({ preventScroll: true });
  }, [open]);

  useEffect(() => {
    if (open === undefined) return;
    const onKey = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && !event.defaultPrevented) go({ open: undefined });
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, [open, go]);

  if (open === undefined) return null;
  return (
    <DossierProvider dossier={dossier}>
      <button
        type="button"
        class="scrim"
        tabIndex={-1}
        aria-hidden="true"
        onClick={() => go({ open: undefined })}
      />
      <div class="drawer" role="dialog" aria-label="Evidence" tabIndex={-1} ref={panel}>
        <div class="drawer-bar">
          {depth > 1 ? (
            <button type="button" onClick={() => history.back()}>
              ‹ Back
            </button>
          ) : (
            <span class="overline">{open === 'help' ? 'Help' : 'Evidence'}</span>
          )}
          <button type="button" onClick={() => go({ open: undefined })} aria-label="Close the evidence">
            Close <kbd>Esc</kbd>
          </button>
        </div>
        <div class="drawer-body" key={open}>
          {content(open, dossier)}
        </div>
      </div>
    </DossierProvider>
  );
}
