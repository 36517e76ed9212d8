import { Injectable } from '@nestjs/common';
import { isProvedBy, SeparationOfDuties, type Dossier } from '../engagements/index.js';
import { Authority } from '../organizations/index.js';
import { obligationsFor, rolesWithDuty } from '../policies/index.js';
import type { Caller } from '../shared/authorization/caller.js';
import type { MadeElsewhereDto } from '../shared/http/made-elsewhere.dto.js';
import type { Tx } from '../shared/persistence/tx.js';
import type { OutcomeRow } from './outcomes.repository.js';
import { ReviewPanel } from './review-panel.js';
import type { SelectionRow } from './selections.repository.js';

/** A safeguard of the product that a body may switch off. */
const KEEP_APART = 'separate-reviewer-and-approver';

/** Who decided, and who says so. */
export type Selector = Pick<
  SelectionRow,
  'decidedBy' | 'recordedBy' | 'recordedAs' | 'dutiesJoined'
>;

/** Finds who selects, and holds them apart from who submitted and who reviewed the answers. */
@Injectable()
export class Selectors {
  constructor(
    private readonly authority: Authority,
    private readonly panel: ReviewPanel,
  ) {}

  /** @throws RoleRequired, SeparationOfDuties */
  async identify(
    tx: Tx,
    caller: Caller,
    dossier: Dossier,
    { submittedBy, reviewedBy }: Pick<OutcomeRow, 'submittedBy' | 'reviewedBy'>,
    elsewhere: MadeElsewhereDto | undefined,
  ): Promise<Selector> {
    const { personId: recordedBy } = caller;
    const roles = rolesOwing(dossier);
    const { roleId: recordedAs } = await this.authority.postIn(tx, caller, roles);
    const dutiesJoined = await this.panel.lets(tx, caller, dossier, KEEP_APART);
    const people = dutiesJoined ? [submittedBy] : [submittedBy, ...reviewedBy];
    const isInvolved =
      people.includes(recordedBy) ||
      (elsewhere !== undefined &&
        (await this.authority.isDecider(tx, caller, elsewhere, { people, roles })));
    if (isInvolved) {
      throw new SeparationOfDuties({
        ja: '回答の提出又は審査と選定',
        en: 'submitting or reviewing the answers and selecting the vendor',
      });
    }
    const decidedBy = elsewhere === undefined ? recordedBy : (elsewhere.deciderId ?? null);
    return { decidedBy, recordedBy, recordedAs, dutiesJoined };
  }
}

/** The roles that owe the selection; where no article asks for it, those who may decide it at all. */
function rolesOwing({ engagement, pack }: Dossier): readonly string[] {
  const owed = obligationsFor(pack, new Set(engagement.facts));
  const roles = owed
    .filter((rule) => isProvedBy(rule, { kind: 'selection' }))
    .flatMap((rule) => rule.roles);
  if (roles.length > 0) return [...new Set(roles)];
  return [...rolesWithDuty(pack, 'manage-section'), ...rolesWithDuty(pack, 'manage-department')];
}
