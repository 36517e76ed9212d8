import type { Text } from './text.js';

export type DomainErrorKind =
  | 'invalid'
  | 'unauthenticated'
  | 'forbidden'
  | 'not-found'
  | 'conflict'
  | 'gone'
  | 'stale'
  | 'too-large'
  | 'rule-violated'
  /** Something the service relies on does not answer; the same request may pass later. */
  | 'unavailable';

/** A refusal the caller can act on. Knows nothing about HTTP. */
export abstract class DomainError extends Error {
  /** Stable and unique, e.g. `vendor.corporate-number-taken`; clients branch on it. */
  abstract readonly code: string;
  abstract readonly kind: DomainErrorKind;
  /** Constant for the code. */
  abstract readonly title: Text;

  /**
   * @param detail what happened here and what to do, for the person who reads it
   * @param facts the same for a machine
   */
  constructor(
    readonly detail: Text,
    readonly facts: Readonly<Record<string, unknown>> = {},
  ) {
    super(detail.en);
    this.name = new.target.name;
  }
}

/** One place of the body that is wrong. */
export interface InputFault {
  /** A JSON pointer (RFC 6901) as a fragment, e.g. `#/answers/3/value`. */
  readonly pointer: string;
  readonly detail: Text;
}

/** A parameter of the path, the query or the headers that is wrong. */
export interface ParameterFault {
  /** Its name; none where the name itself cannot be. */
  readonly parameter?: string;
  readonly detail: Text;
}

/** The request has the right form but names something that cannot be, e.g. a class the policy has not. */
export class InvalidInput extends DomainError {
  readonly code = 'request.invalid';
  readonly kind = 'invalid';
  readonly title = { ja: '入力に誤りがあります', en: 'The request is not valid' };

  constructor(readonly faults: readonly (InputFault | ParameterFault)[]) {
    super({
      ja: `入力に誤りが ${String(faults.length)} か所あります。errors を確認してください。`,
      en: `The request has ${String(faults.length)} fault(s); see errors.`,
    });
  }
}

/** @throws InvalidInput where there is any fault */
export function refuse(faults: readonly InputFault[]): void {
  if (faults.length > 0) throw new InvalidInput(faults);
}

/** An id in the body names nothing of this owner: the same for a missing row and another owner's. */
export function unknownId(pointer: string): InvalidInput {
  return new InvalidInput([unknownIdFault(pointer)]);
}

/** The fault of an id that names nothing of this owner, where there may be several. */
export function unknownIdFault(pointer: string): InputFault {
  return {
    pointer,
    detail: { ja: 'この ID のものはありません。', en: 'There is nothing with this id.' },
  };
}

/** There is no such thing, or it belongs to another owner: the two cannot be told apart. */
export class NotFound extends DomainError {
  readonly code = 'resource.not-found';
  readonly kind = 'not-found';
  readonly title = { ja: '見つかりません', en: 'Not found' };

  constructor() {
    super({ ja: '指定されたものはありません。', en: 'There is no such resource.' });
  }
}

/** What the caller read has changed since; the decision must rest on what is there now. */
export class Stale extends DomainError {
  readonly code = 'resource.stale';
  readonly kind = 'stale';
  readonly title = { ja: '読み取り後に変更されています', en: 'Changed since it was read' };

  constructor() {
    super({
      ja: '読み取った後に内容が変わりました。読み直してから操作してください。',
      en: 'The content changed after it was read. Read it again before acting on it.',
    });
  }
}
