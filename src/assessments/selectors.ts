import { Injectable } from '@nestjs/common';
import { Duties } from '../duties/index.js';
import { isProvedBy, type Dossier } from '../engagements/index.js';
import { Authority } from '../organizations/index.js';
import { obligationsFor, rolesWithDuty } from '../policies/index.js';
import type { Caller } from '../shared/authorization/caller.js';
import type { MadeElsewhereDto } from '../shared/http/made-elsewhere.dto.js';
import type { Tx } from '../shared/persistence/tx.js';
import { AnswersRepository } from './answers.repository.js';
import type { OutcomeRow } from './outcomes.repository.js';
import type { SelectionRow } from './selections.repository.js';

/** A safeguard of the product that a body may switch off. */
const KEEP_APART = 'separate-reviewer-and-approver';

/** Who decided, and who says so. */
export type Selector = Pick<
  SelectionRow,
  'decidedBy' | 'recordedBy' | 'recordedAs' | 'recordedIn' | 'dutiesJoined' | 'dutyWaiverId'
>;

/** Finds who selects, and holds them apart from who submitted and who reviewed the answers. */
@Injectable()
export class Selectors {
  constructor(
    private readonly authority: Authority,
    private readonly duties: Duties,
    private readonly answers: AnswersRepository,
  ) {}

  /** @throws RoleRequired, SeparationOfDuties */
  async identify(
    tx: Tx,
    caller: Caller,
    dossier: Dossier,
    { submittedBy, reviewedBy, assessmentId: id, round }: OutcomeRow,
    decided: { readonly on: string; readonly elsewhere: MadeElsewhereDto | undefined },
  ): Promise<Selector> {
    const { on: day, elsewhere } = decided;
    const { personId: recordedBy } = caller;
    const roles = rolesOwing(dossier);
    const { engagement, pack } = dossier;
    const { unitId } = engagement;
    const issuers = await this.answers.linkIssuers(tx, caller, { id, round });
    const submitter = submittedBy === null ? issuers : [submittedBy, ...issuers];
    const recordedIn = await this.authority.postIn(tx, caller, { roles, unitId });
    const dutiesJoined = await this.duties.joinedBy(tx, caller, pack, KEEP_APART);
    const dutyWaiverId = await this.duties.apart(tx, caller, {
      ...{ rule: 'score-approve', acts: ACTS, engagementId: engagement.id, day, elsewhere, roles },
      earlier: dutiesJoined ? submitter : [...submitter, ...reviewedBy],
    });
    const decidedBy = elsewhere === undefined ? recordedBy : (elsewhere.deciderId ?? null);
    const recorded = { recordedBy, recordedAs: recordedIn.roleId, recordedIn };
    return { decidedBy, ...recorded, dutiesJoined, dutyWaiverId };
  }
}

const ACTS = {
  ja: '回答の提出又は審査と選定',
  en: 'submitting or reviewing the answers and selecting the vendor',
};

/** The roles that owe the selection; where no article asks for it, those who may decide it at all. */
function rolesOwing({ engagement, pack }: Dossier): readonly string[] {
  const owed = obligationsFor(pack, new Set(engagement.facts));
  const roles = owed
    .filter((rule) => isProvedBy(rule, { kind: 'selection' }))
    .flatMap((rule) => rule.roles);
  if (roles.length > 0) return [...new Set(roles)];
  return [...rolesWithDuty(pack, 'manage-section'), ...rolesWithDuty(pack, 'manage-department')];
}
