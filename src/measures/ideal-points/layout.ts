/** Votes as the estimators need them: who voted how on what, in which session. */
export interface Responses {
  readonly states: readonly string[];
  /** Session of each roll call. */
  readonly sessions: ArrayLike<number>;
  /** 1 yes, 2 abstention, 3 no, 0 did not vote: that of state `s` on roll call `r` is `votes[s × roll calls + r]`. */
  readonly votes: ArrayLike<number>;
  /** For each roll call the number of its resolution: those that recur share it, and with it their parameters. */
  readonly resolutions: ArrayLike<number>;
}

/**
 * The same, laid out in lists that are gone through from one end to the other: a position is a state in a session in
 * which it voted, states one after the other and each in the order of its sessions.
 */
export interface Layout {
  readonly states: readonly string[];
  readonly stateOf: Int32Array;
  readonly sessionOf: Int32Array;
  /** Where each state's positions begin, and one more: the end. */
  readonly firstOf: Int32Array;
  /** By position: where its votes begin; roll call and choice of each vote. */
  readonly voteStart: Int32Array;
  readonly voteCall: Int32Array;
  readonly voteChoice: Uint8Array;
  /** By resolution: where its votes begin; position, roll call and choice of each. */
  readonly resolutionStart: Int32Array;
  readonly resolutionPosition: Int32Array;
  readonly resolutionCall: Int32Array;
  readonly resolutionChoice: Uint8Array;
  /** Resolution and session of each roll call. */
  readonly resolutionOf: Int32Array;
  readonly callSession: Int32Array;
  readonly positions: number;
  readonly resolutions: number;
  readonly calls: number;
}

/** Lays votes out. The order of states and of roll calls decides on nothing but the order of the lists. */
export function layOut({ states, sessions, votes, resolutions }: Responses): Layout {
  const calls = sessions.length;
  const callSession = Int32Array.from({ length: calls }, (_, call) => sessions[call] ?? 0);
  const numbers = new Map<number, number>();
  const resolutionOf = Int32Array.from({ length: calls }, (_, call) => {
    const own = resolutions[call] ?? call;
    const known = numbers.get(own) ?? numbers.size;
    numbers.set(own, known);
    return known;
  });
  const inTime = Array.from({ length: calls }, (_, call) => call).sort(
    (a, b) => (callSession[a] ?? 0) - (callSession[b] ?? 0) || a - b,
  );
  const stateOf: number[] = [];
  const sessionOf: number[] = [];
  const firstOf = new Int32Array(states.length + 1);
  const voteStart: number[] = [];
  const voteCall: number[] = [];
  const voteChoice: number[] = [];
  const lists = Array.from({ length: numbers.size }, (): number[] => []);
  states.forEach((_, state) => {
    firstOf[state] = stateOf.length;
    let session = Number.NaN;
    for (const call of inTime) {
      const choice = votes[state * calls + call] ?? 0;
      if (choice === 0) continue;
      if (callSession[call] !== session) {
        session = callSession[call] ?? 0;
        stateOf.push(state);
        sessionOf.push(session);
        voteStart.push(voteCall.length);
      }
      voteCall.push(call);
      voteChoice.push(choice);
      lists[resolutionOf[call] ?? 0]?.push(stateOf.length - 1, call, choice);
    }
  });
  firstOf[states.length] = stateOf.length;
  voteStart.push(voteCall.length);

  const resolutionStart = new Int32Array(lists.length + 1);
  const resolutionPosition = new Int32Array(voteCall.length);
  const resolutionCall = new Int32Array(voteCall.length);
  const resolutionChoice = new Uint8Array(voteCall.length);
  let at = 0;
  lists.forEach((list, resolution) => {
    resolutionStart[resolution] = at;
    for (let i = 0; i < list.length; i += 3, at++) {
      resolutionPosition[at] = list[i] ?? 0;
      resolutionCall[at] = list[i + 1] ?? 0;
      resolutionChoice[at] = list[i + 2] ?? 0;
    }
  });
  resolutionStart[lists.length] = at;
  return {
    states,
    stateOf: Int32Array.from(stateOf),
    sessionOf: Int32Array.from(sessionOf),
    firstOf,
    voteStart: Int32Array.from(voteStart),
    voteCall: Int32Array.from(voteCall),
    voteChoice: Uint8Array.from(voteChoice),
    resolutionStart,
    resolutionPosition,
    resolutionCall,
    resolutionChoice,
    resolutionOf,
    callSession,
    positions: stateOf.length,
    resolutions: lists.length,
    calls,
  };
}
