import type { Sheet } from '../../shared/documents/sheet.js';
import { firmsOf, isAtWork, type ChainContent, type ChartedFirm } from './chain-content.js';

/** Types of ICT service of Annex III of Implementing Regulation (EU) 2024/2956: S01 to S19. */
export const SERVICE_TYPES = Array.from(
  { length: 19 },
  (_, at) => `S${String(at + 1).padStart(2, '0')}`,
);

/** What stands for the recipient of a direct provider. */
const NOT_APPLICABLE = 'Not applicable';

/** The kind of code by which a Japanese firm is identified: country and company registration number. */
const CORPORATE_NUMBER = 'JP_CRN';

/** A line of template B_05.02, the supply chain of a register of information (EU 2024/2956). */
export interface SupplyChainLine {
  readonly contractReference: string;
  readonly serviceType: string;
  readonly providerCode: string;
  /** Empty where the firm has no number, so that only our own id tells it; a sole proprietor is never asked for another. */
  readonly providerCodeType: string;
  readonly rank: number;
  readonly recipientCode: string;
  readonly recipientCodeType: string;
}

/**
 * The firms at work in the chains of an engagement as lines of B_05.02: the contractor is rank 1 and has no
 * recipient, every other names the firm one rank above that passed the work on. No line stands twice.
 */
export function supplyChain(content: ChainContent, serviceType: string): SupplyChainLine[] {
  const lines = content.contracts.flatMap((contract) => {
    const contractReference = contract.documentNumber ?? contract.id;
    const firms = firmsOf(contract, content.hops);
    return firms
      .filter(({ hop }) => hop === null || isAtWork(hop))
      .map((firm) => {
        const above = firm.origin === null ? undefined : firms[firm.origin];
        return {
          ...{ contractReference, serviceType, ...codeOf(firm), rank: firm.rank },
          recipientCode: above === undefined ? NOT_APPLICABLE : codeOf(above).providerCode,
          recipientCodeType: above === undefined ? NOT_APPLICABLE : codeOf(above).providerCodeType,
        };
      });
  });
  const seen = new Set<string>();
  return lines.filter((line) => {
    const key = Object.values(line).join('\u0000');
    return !seen.has(key) && seen.add(key);
  });
}

function codeOf({
  corporateNumber,
  vendorId,
}: ChartedFirm): Pick<SupplyChainLine, 'providerCode' | 'providerCodeType'> {
  return corporateNumber === null
    ? { providerCode: vendorId, providerCodeType: '' }
    : { providerCode: corporateNumber, providerCodeType: CORPORATE_NUMBER };
}

/** The columns of the template, by their codes. */
const COLUMNS = ['c0010', 'c0020', 'c0030', 'c0040', 'c0050', 'c0060', 'c0070'];

/** The lines as the template has them. */
export function supplyChainSheet(lines: readonly SupplyChainLine[]): Sheet {
  return {
    name: 'B_05.02',
    columns: COLUMNS.map((header) => ({ header, width: 20 })),
    rows: lines.map((line) => [
      ...[line.contractReference, line.serviceType, line.providerCode, line.providerCodeType],
      ...[line.rank, line.recipientCode, line.recipientCodeType],
    ]),
  };
}
