import { v7 as uuidv7 } from 'uuid';
import type { DraftSubcontractDto } from './dto/subcontract.dto.js';
import type { SubcontractRow } from './subcontracts.repository.js';

const UNSAID = {
  ...{ passedOnById: null, extent: null, reason: null, dataItemIds: [], place: null },
  ...{ country: null, safeguards: null, flowDown: null, pledge: null, affiliate: false },
};
const NOT_BEGUN = {
  ...{ submissions: 0, approvedHash: null, startedOn: null, endedOn: null },
  ...{ endReason: null, voidedReason: null },
};

/** A hop as it is entered first. */
export function newHop(
  draft: DraftSubcontractDto,
  by: { readonly engagementId: string; readonly authorId: string },
): SubcontractRow {
  const { from: fromOn = null, until: untilOn = null, ...stated } = draft;
  return {
    ...{ ...UNSAID, ...withLowerIds(stated), fromOn, untilOn, ...NOT_BEGUN, ...by },
    ...{ id: uuidv7(), version: 1, status: 'draft' },
  };
}

/** Ids as the database writes them, so that they can be compared. */
export function withLowerIds<
  Stated extends Pick<
    Partial<DraftSubcontractDto>,
    'contractId' | 'vendorId' | 'passedOnById' | 'dataItemIds'
  >,
>(stated: Stated): Stated {
  const { contractId, vendorId, passedOnById, dataItemIds } = stated;
  return {
    ...stated,
    ...(contractId !== undefined && { contractId: contractId.toLowerCase() }),
    ...(vendorId !== undefined && { vendorId: vendorId.toLowerCase() }),
    ...(typeof passedOnById === 'string' && { passedOnById: passedOnById.toLowerCase() }),
    ...(dataItemIds !== undefined && {
      dataItemIds: [...new Set(dataItemIds.map((id) => id.toLowerCase()))],
    }),
  };
}
