/** From each status to the statuses that may follow it; none where it is terminal. */
type NextStatuses<Status extends string> = Readonly<Record<Status, readonly NoInfer<Status>[]>>;

/** The life of a record as a table: a move that is not in it is refused. */
export interface Lifecycle<Status extends string> {
  readonly initial: Status;
  readonly canMove: (from: Status, to: Status) => boolean;
  readonly nextOf: (from: Status) => readonly Status[];
  /** Every status that a record can come to, the initial one included. */
  readonly reachable: () => ReadonlySet<Status>;
  readonly terminals: () => readonly Status[];
}

export function defineLifecycle<Status extends string>(table: {
  readonly initial: NoInfer<Status>;
  readonly next: NextStatuses<Status>;
}): Lifecycle<Status> {
  const { initial, next } = table;
  const statuses = Object.keys(next) as Status[];
  return {
    initial,
    canMove: (from, to) => next[from].includes(to),
    nextOf: (from) => next[from],
    reachable: () => reachableFrom(initial, next),
    terminals: () => statuses.filter((status) => next[status].length === 0),
  };
}

function reachableFrom<Status extends string>(
  initial: Status,
  next: NextStatuses<Status>,
): ReadonlySet<Status> {
  const found = new Set([initial]);
  // A set also visits what is added to it on the way.
  for (const status of found) next[status].forEach((following) => found.add(following));
  return found;
}
