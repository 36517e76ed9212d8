import type { Dossier } from '../engagements/index.js';
import type { ContractRow } from './contracts.repository.js';
import type { ContractDto, ContractEndDto, SignatureDto } from './dto/contract.dto.js';

/** What a change or a signature must name: the contract and everything it rests on. */
export function versionOf(
  contract: Pick<ContractRow, 'version'>,
  engagement: Pick<Dossier['engagement'], 'version'>,
): string {
  return `${String(contract.version)}.${String(engagement.version)}`;
}

/** A contract as it is answered. */
export function shownContract(
  row: ContractRow,
  engagement: Pick<Dossier['engagement'], 'version'>,
): ContractDto {
  const { id, engagementId, status, title, vendorId, cloudServiceId } = row;
  const { fromOn: from, untilOn: until, amount, jurisdiction, language } = row;
  const { specificationId, draftedBy } = row;
  return {
    ...{ id, engagementId, version: versionOf(row, engagement), status, title },
    ...{ vendorId, cloudServiceId, from, until, amount, jurisdiction, language },
    ...{ specificationId, draftedBy, signature: signatureOf(row), end: endOf(row) },
  };
}

function signatureOf(row: ContractRow): SignatureDto | null {
  const { signedOn, documentNumber, bodySignatory, vendorSignatory } = row;
  const { signatureRecordedBy: recordedBy, signatureRecordedAs: recordedAs } = row;
  const { signatureRecordedIn: recordedIn, contentHash } = row;
  if (signedOn === null || documentNumber === null || bodySignatory === null) return null;
  if (vendorSignatory === null || recordedBy === null || recordedAs === null) return null;
  const signed = { signedOn, documentNumber, bodySignatory, vendorSignatory };
  return { ...signed, recordedBy, recordedAs, recordedIn, contentHash };
}

function endOf({ endedOn, endReason: reason, endNote: note }: ContractRow): ContractEndDto | null {
  return endedOn === null || reason === null ? null : { endedOn, reason, note };
}
