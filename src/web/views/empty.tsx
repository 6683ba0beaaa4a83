import type { DossierAnswer } from '../api.ts';
import { Copy } from '../evidence/parts.tsx';

/** A dossier in which nothing stands yet: what is missing, and the commands that begin it. */
export function Empty({ dossier }: { dossier: DossierAnswer }) {
  const { focal, lacking, partners } = dossier;
  const commands = [
    `multivector dossier add-event ${focal.id} --help`,
    `multivector dossier show ${focal.id}`,
    `multivector dossier validate ${focal.id}`,
  ];
  return (
    <main id="main" class="empty" tabIndex={-1}>
      <p class="sentence">
        The dossier is there and valid, and nothing stands in it yet. A rose is drawn as soon as it has its
        first records.
      </p>
      <section aria-labelledby="lacking-title">
        <h2 id="lacking-title">What is missing</h2>
        <ul>
          {lacking.map((one) => (
            <li key={one}>{one}</li>
          ))}
        </ul>
      </section>
      <section aria-labelledby="commands-title">
        <h2 id="commands-title">Where to begin</h2>
        <ul class="commands">
          {commands.map((command) => (
            <li key={command}>
              <code>{command}</code>
              <Copy text={() => command}>Copy</Copy>
            </li>
          ))}
        </ul>
      </section>
      <section aria-labelledby="partners-title">
        <h2 id="partners-title">Partners it will be about</h2>
        <p>{partners.map(({ name }) => name).join(', ') || 'None is named yet.'}</p>
      </section>
    </main>
  );
}
