/** Who answers. */
export const SIDES = ['bare', 'mitodoke'] as const;
export type Side = (typeof SIDES)[number];

/** One request. Both sides get the same headers; the bare one makes no use of most. */
export interface Call {
  readonly method: 'GET' | 'POST' | 'PUT';
  readonly path: string;
  readonly headers: Record<string, string>;
  readonly body?: string;
}

/** A request and what is to be done with its reply. */
export interface Errand {
  readonly call: Call;
  readonly took?: (reply: string) => void;
}

/** What is measured. */
export interface Operation {
  readonly name: string;
  /** The errand whose turn it is at one side, counted from 0 without end. */
  readonly errand: (side: Side, turn: number) => Errand;
  /** What both sides must answer alike to the same turn; for writes, how many rows they tell of. */
  readonly substance: (reply: unknown) => unknown;
  /** How many rows a reply holds. */
  readonly rows: (reply: unknown) => number;
}
