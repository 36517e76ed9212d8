import { Injectable } from '@nestjs/common';
import { NotFound } from '../shared/domain/domain-error.js';
import { instant } from '../shared/persistence/instant-sql.js';
import type { Scope } from '../shared/persistence/scope.js';
import { execute, type Tx } from '../shared/persistence/tx.js';
import { AnswerLink } from './answer-link.entity.js';
import type { AnswerLinkFacts } from './domain/answer-link.js';

/** A link as it is told of. */
export interface AnswerLinkRow extends AnswerLinkFacts {
  readonly id: string;
  readonly assessmentId: string;
  /** The procedure it belongs to, in which questions are asked; null where to none. */
  readonly procedureId: string | null;
  readonly name: string;
  readonly email: string;
  readonly issuedBy: string;
  readonly issuedAt: string;
}

const SHOWN = `
  SELECT l.id, l.assessment_id AS "assessmentId", a.procedure_id AS "procedureId", l.name, l.email, l.issued_by AS "issuedBy",
    ${instant('l.issued_at')} AS "issuedAt", ${instant('l.superseded_at')} AS "supersededAt",
    a.due_on AS "dueOn", a.status, a.firm_id AS "firmId"
  FROM answer_links l
  JOIN assessments a ON a.organization_id = l.organization_id AND a.id = l.assessment_id
  WHERE l.organization_id = $1`;

/** What a link is looked up by. */
export interface AnswerLinkKey {
  readonly organizationId: string;
  readonly hash: string;
}

@Injectable()
export class AnswerLinksRepository {
  async insert(
    tx: Tx,
    { organizationId }: Scope,
    row: Omit<AnswerLink, 'organizationId'>,
  ): Promise<void> {
    await tx.insert(AnswerLink, { ...row, organizationId });
  }

  /** Closes the link that a new one takes the place of; the assessment is locked. */
  async supersede(tx: Tx, scope: Scope, assessmentId: string, at: string): Promise<void> {
    await execute(tx, {
      name: 'answer-link-supersede',
      text: `UPDATE answer_links SET superseded_at = $3
             WHERE organization_id = $1 AND assessment_id = $2 AND superseded_at IS NULL`,
      values: [scope.organizationId, assessmentId, at],
    });
  }

  /** Closes the links of a vendor that answers in the account of its firm from now on. */
  async supersedeOfVendor(tx: Tx, scope: Scope, vendorId: string, at: string): Promise<void> {
    await execute(tx, {
      name: 'answer-link-supersede-of-vendor',
      text: `UPDATE answer_links l SET superseded_at = $3 FROM assessments a
             WHERE l.organization_id = $1 AND a.organization_id = $1 AND a.id = l.assessment_id
               AND a.vendor_id = $2 AND l.superseded_at IS NULL`,
      values: [scope.organizationId, vendorId, at],
    });
  }

  /** @throws NotFound */
  async byToken(tx: Tx, { organizationId, hash }: AnswerLinkKey): Promise<AnswerLinkRow> {
    return one(
      await execute<AnswerLinkRow & Record<string, unknown>>(tx, {
        name: 'answer-link-by-token',
        text: `${SHOWN} AND l.token_hash = $2`,
        values: [organizationId, hash],
      }),
    );
  }

  /** @throws NotFound */
  async read(tx: Tx, { organizationId }: Scope, id: string): Promise<AnswerLinkRow> {
    return one(
      await execute<AnswerLinkRow & Record<string, unknown>>(tx, {
        name: 'answer-link-read',
        text: `${SHOWN} AND l.id = $2`,
        values: [organizationId, id],
      }),
    );
  }

  /** The links of an assessment, the latest first. */
  ofAssessment(tx: Tx, { organizationId }: Scope, assessmentId: string): Promise<AnswerLinkRow[]> {
    return execute<AnswerLinkRow & Record<string, unknown>>(tx, {
      name: 'answer-links-of-assessment',
      text: `${SHOWN} AND l.assessment_id = $2 ORDER BY l.id DESC`,
      values: [organizationId, assessmentId],
    });
  }
}

function one([row]: readonly AnswerLinkRow[]): AnswerLinkRow {
  if (row === undefined) throw new NotFound();
  return row;
}
