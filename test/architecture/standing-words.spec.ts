import { describe, expect, it } from 'vitest';
import { USE_APPLICATION_STATUSES } from '../../src/approvals/domain/use-application-lifecycle.js';
import { applicationNotThere } from '../../src/approvals/domain/use-application-standing.js';
import { ASSESSMENT_STATUSES } from '../../src/assessments/domain/assessment-lifecycle.js';
import { assessmentNotThere } from '../../src/assessments/domain/assessment-standing.js';
import { CONTRACT_STATUSES } from '../../src/contracts/domain/contract-lifecycle.js';
import { contractNotThere } from '../../src/contracts/domain/contract-standing.js';
import { exceptionNotThere } from '../../src/exceptions/domain/exception-standing.js';
import { EXCEPTION_STATUSES } from '../../src/exceptions/domain/policy-exception.js';
import { findingNotThere } from '../../src/findings/domain/finding-standing.js';
import { FINDING_STATUSES } from '../../src/findings/domain/finding.js';
import { reportNotThere } from '../../src/reporting/domain/report-standing.js';
import { STORED_STATUSES } from '../../src/reporting/domain/report.js';
import type { DomainError } from '../../src/shared/domain/domain-error.js';

type Refusal = readonly [thing: string, status: string, refusal: DomainError];

function each<Status extends string>(
  thing: string,
  statuses: readonly Status[],
  refusal: (status: Status) => DomainError,
): Refusal[] {
  return statuses.map((status) => [thing, status, refusal(status)]);
}

const REFUSALS: readonly Refusal[] = [
  ...each('assessment', ASSESSMENT_STATUSES, assessmentNotThere),
  ...each('contract', CONTRACT_STATUSES, contractNotThere),
  ...each('exception', EXCEPTION_STATUSES, exceptionNotThere),
  ...each('finding', FINDING_STATUSES, findingNotThere),
  ...each('report', STORED_STATUSES, reportNotThere),
  ...each('use application', USE_APPLICATION_STATUSES, applicationNotThere),
];

describe('what cannot be done with a thing as it stands', () => {
  it.each(REFUSALS)('is told of the %s that is %s in words of the trade', (_, status, refusal) => {
    const { detail, facts } = refusal;

    expect(detail.ja).toMatch(/^この.+は「.+」の状態のため、この操作はできません。.+。$/);
    expect(detail.ja).not.toMatch(/[A-Za-z]/);
    expect(detail.en).toMatch(/^The state of this .+ is "[A-Z][^"]+", so that cannot be done\. .+/);
    expect(facts).toMatchObject({ status, allowed: expect.any(Array) });
  });
});
