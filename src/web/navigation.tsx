import { type ComponentChildren, createContext } from 'preact';
import { useCallback, useContext, useEffect, useMemo, useState } from 'preact/hooks';
import { type Address, formatAddress, parseAddress } from './address.ts';

export interface Navigation {
  readonly address: Address;
  /** Goes to a changed address; `replace` where it is the same step, as when a slider is drawn along. */
  readonly go: (change: Partial<Address>, how?: { readonly replace?: boolean }) => void;
  readonly href: (change: Partial<Address>) => string;
  /** How many drawers were opened one from another: there is a way back to the last. */
  readonly depth: number;
}

const Context = createContext<Navigation | undefined>(undefined);

export function useNavigation(): Navigation {
  const navigation = useContext(Context);
  if (!navigation) throw new Error('a view stands outside the page');
  return navigation;
}

const depthOf = (state: unknown): number =>
  typeof state === 'object' && state !== null && 'depth' in state && typeof state.depth === 'number'
    ? state.depth
    : 0;

/** Keeps the page's state in its URL; the browser's back button works on it. */
export function NavigationProvider({ children }: { children: ComponentChildren }) {
  const [{ address, depth }, setState] = useState(() => ({
    address: parseAddress(location.search),
    depth: depthOf(history.state),
  }));

  useEffect(() => {
    const onBack = () => setState({ address: parseAddress(location.search), depth: depthOf(history.state) });
    addEventListener('popstate', onBack);
    return () => removeEventListener('popstate', onBack);
  }, []);

  const go = useCallback<Navigation['go']>((change, { replace = false } = {}) => {
    const now = parseAddress(location.search);
    const next = { ...now, ...change };
    if (formatAddress(next) === formatAddress(now)) return;
    const before = depthOf(history.state);
    const depth =
      next.open === undefined ? 0 : now.open === undefined ? 1 : next.open === now.open ? before : before + 1;
    history[replace ? 'replaceState' : 'pushState']({ depth }, '', formatAddress(next));
    setState({ address: next, depth });
  }, []);

  const value = useMemo<Navigation>(
    () => ({ address, depth, go, href: (change) => formatAddress({ ...address, ...change }) }),
    [address, depth, go],
  );
  return <Context.Provider value={value}>{children}</Context.Provider>;
}

/** A link that changes the page's state without loading it anew. */
export function Go({
  to,
  children,
  label,
  current,
  className,
  title,
}: {
  to: Partial<Address>;
  children: ComponentChildren;
  label?: string | undefined;
  current?: boolean | undefined;
  className?: string | undefined;
  title?: string | undefined;
}) {
  const { go, href } = useNavigation();
  return (
    <a
      href={href(to)}
      class={className}
      aria-label={label}
      aria-current={current ? 'page' : undefined}
      title={title}
      onClick={(event) => {
        if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return;
        event.preventDefault();
        go(to);
      }}
    >
      {children}
    </a>
  );
}
