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

  /** The faults of a malformed request. */
  errors?: ProblemFaultDto[];

  /** What a rule refused, for machines; its members depend on the type. */
  facts?: Record<string, unknown>;
}
