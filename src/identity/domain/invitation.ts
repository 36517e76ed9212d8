/** A body invites a vendor; a firm invites one of its own people. */
export type InvitationKind = 'vendor' | 'colleague';

export const INVITATION_STATUSES = ['open', 'accepted', 'superseded', 'withdrawn'] as const;
export type InvitationStatus = (typeof INVITATION_STATUSES)[number];

/** How an invitation stands at an instant. Nothing has to run for it to expire. */
export const INVITATION_STANDINGS = [...INVITATION_STATUSES, 'expired'] as const;
export type InvitationStanding = (typeof INVITATION_STANDINGS)[number];

/** How long a link can be used, in days. */
export const INVITATION_DAYS = 14;

/** When a link sent now expires. */
export function expiryOf(now: Date): Date {
  return new Date(now.getTime() + INVITATION_DAYS * 86_400_000);
}

/** How an invitation stands now. */
export function standingOf(
  { status, expiresAt }: { readonly status: InvitationStatus; readonly expiresAt: string },
  now: Date,
): InvitationStanding {
  return status === 'open' && new Date(expiresAt) <= now ? 'expired' : status;
}
