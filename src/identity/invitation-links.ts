import { InvalidInput } from '../shared/domain/domain-error.js';
import { InvitationGone } from './domain/invitation.errors.js';
import { standingOf } from './domain/invitation.js';
import type { InvitationKey, InvitationRow } from './invitations.repository.js';
import { readToken } from './tokens.js';

/** Where a request carries the token of a link. */
type Place = { readonly parameter: string } | { readonly pointer: string };

/** What the link of an invitation is looked up by. @throws InvalidInput where it is none */
export function invitationKey(token: string, place: Place): InvitationKey {
  const key = readToken(token);
  if (key !== undefined) return key;
  throw new InvalidInput([
    {
      ...place,
      detail: {
        ja: '招待のリンクが正しくありません。受け取ったリンクの全体を指定してください。',
        en: 'It is no invitation link. Give the whole link you received.',
      },
    },
  ]);
}

/** @throws InvitationGone where the link was used, withdrawn or superseded, or expired */
export function refuseGone(invitation: InvitationRow, now: Date): void {
  const standing = standingOf(invitation, now);
  if (standing !== 'open') throw new InvitationGone(standing);
}
