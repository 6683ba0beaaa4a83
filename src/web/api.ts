import { useEffect, useState } from 'preact/hooks';
import type { Dimension } from '../model/dimension.ts';
import type { Gap, Interval, Value } from '../model/gap.ts';
import type { Likelihood } from '../model/likelihood.ts';
import type { Balance, ProfilePart, Resultant, Term, Vector } from '../model/measured.ts';
import type { Claim, Event } from '../model/records.ts';
import type { EvidenceView, Found } from '../model/trace.ts';
import type { Address } from './address.ts';

/** What the API answers. A test holds these to the server's schemas. */
export interface DossierAnswer {
  readonly title: string;
  readonly version: string;
  readonly focal: PlacedActor;
  readonly kind: 'built-in' | 'user';
  readonly asKnownOn?: string | undefined;
  readonly knownSince?: string | undefined;
  readonly partners: readonly (PlacedActor & { readonly members?: readonly string[] | undefined })[];
  readonly names: Readonly<Record<string, string>>;
  readonly years?: { readonly first: number; readonly last: number } | undefined;
  readonly defaultYear: number;
  readonly dimensions: readonly { readonly id: Dimension; readonly words: string }[];
  readonly formulas: Readonly<Record<string, string>>;
  readonly lacking: readonly string[];
  readonly counts: Readonly<Record<string, number>>;
  readonly sources: readonly SourceAnswer[];
  readonly dossiers: readonly {
    readonly focal: string;
    readonly name: string;
    readonly kind: 'built-in' | 'user';
  }[];
  readonly briefs: readonly string[];
}

export interface PlacedActor {
  readonly id: string;
  readonly name: string;
  readonly latitude?: number | undefined;
  readonly longitude?: number | undefined;
}

export interface SourceAnswer {
  readonly id: string;
  readonly title: string;
  readonly citation: string;
  readonly reference: string;
  readonly licence: string;
  readonly redistributable: boolean;
  readonly availability: EvidenceView['availability'];
  readonly url?: string | undefined;
  readonly sha256?: string | undefined;
  readonly note?: string | undefined;
}

/** A vector without its terms, which the drawer fetches when it is opened. */
export type LightVector = Omit<Vector, 'terms'>;

export interface MeasuredAnswer {
  readonly dimension: Dimension;
  readonly vectors: readonly LightVector[];
  readonly balance: Balance;
  readonly resultant: Resultant;
}

export interface YearAnswer {
  readonly year: number;
  readonly dimensions: readonly MeasuredAnswer[];
}

export type SeriesVector = Pick<
  Vector,
  'id' | 'partner' | 'weight' | 'weightInterval' | 'direction' | 'directionInterval'
>;

export interface SeriesAnswer {
  readonly dimension: Dimension;
  readonly years: readonly {
    readonly year: number;
    readonly effectivePartners: Value;
    readonly effectivePartnersInterval: Interval | Gap;
    readonly vectors: readonly SeriesVector[];
  }[];
}

export interface ExplanationAnswer {
  readonly vector: Vector;
  readonly names: { readonly focal: string; readonly partner: string };
  readonly terms: readonly {
    readonly term: Term;
    readonly how: string;
    readonly citation?: string | undefined;
    readonly records: readonly Found[];
  }[];
  readonly formula: { readonly weight: string; readonly direction: string };
}

export interface TimelineAnswer {
  readonly entries: readonly {
    readonly event: Event;
    readonly when: string;
    readonly partners: readonly string[];
    readonly intensity: number;
    readonly sources: readonly string[];
  }[];
  readonly balance: { readonly n: number; readonly netCooperation: Value; readonly interval: Interval | Gap };
}

export interface ProfileAnswer {
  readonly label: string;
  readonly rule: string;
  readonly parts: readonly (ProfilePart & { readonly bands: readonly [number, number] })[];
  readonly commitments: readonly {
    readonly id: string;
    readonly document: string;
    readonly text: string;
    readonly dimension?: Dimension | undefined;
    readonly verdict: 'kept' | 'fell short' | 'cannot be told';
    readonly shortfall: Value;
    readonly words: string;
  }[];
}

export interface ClaimAnswer {
  readonly id: string;
  readonly text: string;
  readonly kind: Claim['kind'];
  readonly by: string;
  readonly hedge?: string | undefined;
  readonly likelihood?: Likelihood | undefined;
  readonly confidence?: Claim['confidence'];
  readonly dimension?: Dimension | undefined;
  readonly partners: readonly string[];
  readonly evidence: readonly EvidenceView[];
}

/** What went wrong with a request: the server said so, or it cannot be reached. */
export class ApiProblem extends Error {
  readonly hint: string | undefined;
  readonly unreachable: boolean;

  constructor(message: string, { hint, unreachable = false }: { hint?: string; unreachable?: boolean } = {}) {
    super(message);
    this.hint = hint;
    this.unreachable = unreachable;
  }
}

const answers = new Map<string, Promise<unknown>>();
const known = new Map<string, unknown>();
const retries = new Set<() => void>();
const watchers = new Set<(unreachable: boolean) => void>();

const tell = (unreachable: boolean) => {
  for (const watch of watchers) watch(unreachable);
};

/** How far a long computation is of which the server said so. */
export interface Underway {
  readonly progress: number;
  readonly what: string;
}

const underway = new Map<string, Underway>();
const underwayWatchers = new Set<() => void>();
/** Milliseconds between two looks at a long computation. */
const lookAgain = 400;

function tellUnderway(path: string, how: Underway | undefined): void {
  if (how === undefined && !underway.delete(path)) return;
  if (how !== undefined) underway.set(path, how);
  for (const watch of underwayWatchers) watch();
}

async function fetched(path: string): Promise<{ response: Response; body: unknown }> {
  try {
    const response = await fetch(path, { headers: { Accept: 'application/json' } });
    return { response, body: await response.json() }; // an answer that breaks off is none
  } catch {
    tell(true);
    throw new ApiProblem('the workbench’s server does not answer', { unreachable: true });
  }
}

async function load(path: string): Promise<unknown> {
  let { response, body } = await fetched(path);
  while (response.status === 202) {
    tell(false);
    tellUnderway(path, body as Underway);
    await new Promise((resolve) => setTimeout(resolve, lookAgain));
    ({ response, body } = await fetched(path).catch((problem: unknown) => {
      tellUnderway(path, undefined);
      throw problem;
    }));
  }
  tellUnderway(path, undefined);
  tell(false);
  if (response.ok) {
    known.set(path, body);
    return body;
  }
  const { error = `the server answered ${response.status}`, hint } = body as {
    error?: string;
    hint?: string;
  };
  throw new ApiProblem(error, hint === undefined ? {} : { hint });
}

/** The answer to a path, asked for once; a failure is asked for again the next time. */
export function ask<T>(path: string): Promise<T> {
  const asked = answers.get(path) ?? load(path);
  answers.set(path, asked);
  asked.catch(() => answers.delete(path));
  return asked as Promise<T>;
}

/** Asks again for all that failed. */
export function retry(): void {
  for (const again of retries) again();
}

/** How far the answer to a path is, where it takes long. */
export function useUnderway(path: string | undefined): Underway | undefined {
  const [, setTurn] = useState(0);
  useEffect(() => {
    const watch = () => setTurn((turn) => turn + 1);
    underwayWatchers.add(watch);
    return () => {
      underwayWatchers.delete(watch);
    };
  }, []);
  return path === undefined ? undefined : underway.get(path);
}

/** The answer to a path as text, such as CSV. */
export async function askText(path: string): Promise<string> {
  const response = await fetch(path);
  if (response.status !== 200) throw new ApiProblem(`the server answered ${response.status}`);
  return response.text();
}

/** Whether the server was out of reach when last asked. */
export function useUnreachable(): boolean {
  const [unreachable, set] = useState(false);
  useEffect(() => {
    watchers.add(set);
    return () => {
      watchers.delete(set);
    };
  }, []);
  return unreachable;
}

export interface Answered<T> {
  /** The answer; while another is on its way, the last one. */
  readonly answer?: T | undefined;
  /** Whether it is the answer to what is asked now. */
  readonly fresh: boolean;
  readonly problem?: ApiProblem | undefined;
}

/** The answer to a path. No path, no question. */
export function useAnswer<T>(path: string | undefined): Answered<T> {
  const [state, setState] = useState<{
    path: string | undefined;
    answer?: T;
    problem?: ApiProblem | undefined;
  }>(() => ({ path, ...(path !== undefined && known.has(path) && { answer: known.get(path) as T }) }));
  const [turn, setTurn] = useState(0);

  useEffect(() => {
    if (path === undefined) return;
    let wanted = true;
    const failed = (error: unknown) => {
      if (!wanted) return;
      const problem = error instanceof ApiProblem ? error : new ApiProblem(String(error));
      setState((last) => ({ ...last, path, problem }));
      retries.add(again);
    };
    const again = () => {
      retries.delete(again);
      setTurn((n) => n + 1);
    };
    ask<T>(path).then((answer) => wanted && setState({ path, answer }), failed);
    return () => {
      wanted = false;
      retries.delete(again);
    };
  }, [path, turn]);

  if (path !== undefined && state.path !== path && known.has(path))
    return { answer: known.get(path) as T, fresh: true };
  return {
    answer: state.answer,
    fresh: state.path === path && state.answer !== undefined && state.problem === undefined,
    problem: state.path === path ? state.problem : undefined,
  };
}

/** The path of a route for the dossier and the day that the page is about. */
export function pathOf(
  { focal, knownOn }: Pick<Address, 'focal' | 'knownOn'>,
  route: string,
  query: Readonly<Record<string, string | number | undefined>> = {},
): string {
  const pairs = Object.entries({ ...query, focal, 'as-known-on': knownOn }).flatMap(([name, value]) =>
    value === undefined || value === '' ? [] : [[name, String(value)]],
  );
  return pairs.length > 0 ? `/api/${route}?${new URLSearchParams(pairs)}` : `/api/${route}`;
}
