/**
 * How far the two sides are: the firm accepted but the body has not confirmed who did, both agree, or
 * one of them ended it.
 */
export const FIRM_LINK_STATUSES = ['awaiting-body', 'active', 'ended'] as const;
export type FirmLinkStatus = (typeof FIRM_LINK_STATUSES)[number];

/** What tells whether a firm is the vendor that a body invited. */
export interface Invited {
  /** 法人番号 of the vendor as the body knows it; null for a sole proprietor. */
  readonly corporateNumber: string | null;
  /** The address the invitation was sent to. */
  readonly email: string;
}

/** Whether the invitation can be meant for a firm: one has the same number, a sole proprietor none. */
export function isMeantFor(
  invited: Invited,
  firm: { readonly corporateNumber: string | null },
): boolean {
  return invited.corporateNumber === firm.corporateNumber;
}

/**
 * The body agreed beforehand to the person it invited. Where somebody else of the firm accepts, it is
 * asked again.
 */
export function statusOnAcceptance(
  invited: Invited,
  acceptedBy: { readonly email: string },
): FirmLinkStatus {
  return invited.email.toLowerCase() === acceptedBy.email.toLowerCase()
    ? 'active'
    : 'awaiting-body';
}
