import type { ExceptionResponseDto } from './dto/policy-exception.dto.js';
import type { ExceptionRow } from './exceptions.repository.js';

/** An exception as it is answered, with what the day makes of it. */
export function exceptionOf(row: ExceptionRow, today: string): ExceptionResponseDto {
  const { fromOn: from, untilOn: until, ...rest } = row;
  const { status, decidedOn, reportDueOn, requestedOn } = row;
  return {
    ...rest,
    from,
    until,
    isInForce: status === 'permitted' && decidedOn !== null && from <= today && today <= until,
    isReportedLate: reportDueOn !== null && requestedOn > reportDueOn,
  };
}
