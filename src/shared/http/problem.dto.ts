/** One fault of the request: in the body (`pointer`) or in a parameter (`parameter`). */
export class ProblemFaultDto {
  /** Where in the body: a JSON pointer (RFC 6901). @example '#/answers/3/value' */
  pointer?: string;

  /** Which parameter of the path, the query or the headers. @example 'limit' */
  parameter?: string;

  /** What is wrong there, in the language asked for. */
  detail!: string;
}

/** Why a request was refused (RFC 9457). Branch on `type`; the texts are for people. */
export class ProblemDto {
  /** Stable identifier of the kind of problem. @example 'urn:mitodoke:problem:request.invalid' */
  type!: string;

  /** The same for every problem of the type. @example '入力に誤りがあります' */
  title!: string;

  /** HTTP status. @example 400 */
  status!: number;

  /** What happened in this case and what would mend it. */
  detail!: string;

  /** Of a failure alone: the id of the request, as in `X-Request-Id` and in the log. @example 'urn:uuid:0b6f2c1e-6f0a-4d4e-9b5a-0c6d8f1d2a3b' */
  instance?: string;

  /** The faults of a malformed request. */
  errors?: ProblemFaultDto[];

  /** What a rule refused, for machines; its members depend on the type. */
  facts?: Record<string, unknown>;
}
