import { VendorNotSelected } from './contract.errors.js';

/**
 * Work is contracted with who was selected for it (9(1)②ア(ウ)). Before a selection is recorded any
 * firm may be named. @throws VendorNotSelected
 */
export function refuseUnselected(
  engagement: { readonly vendorId: string | null },
  vendorId: string,
  pointer = '#/vendorId',
): void {
  if (engagement.vendorId === null || engagement.vendorId === vendorId) return;
  throw new VendorNotSelected(pointer);
}
