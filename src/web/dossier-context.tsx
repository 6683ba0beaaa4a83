import { type ComponentChildren, createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { DossierAnswer } from './api.ts';

const Context = createContext<DossierAnswer | undefined>(undefined);

/** The dossier that the page is about, for the drawer and all in it. */
export function DossierProvider({
  dossier,
  children,
}: {
  dossier: DossierAnswer;
  children: ComponentChildren;
}) {
  return <Context.Provider value={dossier}>{children}</Context.Provider>;
}

export function useDossier(): DossierAnswer {
  const dossier = useContext(Context);
  if (!dossier) throw new Error('a drawer stands outside the page');
  return dossier;
}
