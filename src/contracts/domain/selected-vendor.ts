import { VendorNotSelected } from './contract.errors.js';

/** Why what was agreed with another firm proves nothing any more. */
export const OTHER_SELECTED =
  '他の事業者を選定したため（another vendor was selected for the engagement）';

/** Whether a vendor is selected, and it is not this one. */
export function isAnotherSelected(
  engagement: { readonly vendorId: string | null },
  vendorId: string,
): boolean {
  return engagement.vendorId !== null && engagement.vendorId !== vendorId;
}

/**
 * Work is contracted with who was selected for it (9(1)②ア(ウ)). Before a selection is recorded any
 * firm may be named. @throws VendorNotSelected
 */
export function refuseUnselected(
  engagement: { readonly vendorId: string | null },
  vendorId: string,
  pointer = '#/vendorId',
): void {
  if (isAnotherSelected(engagement, vendorId)) throw new VendorNotSelected(pointer);
}
