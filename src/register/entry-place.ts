import { PROOF_WORDS } from '../policies/index.js';
import type { Text } from '../shared/domain/text.js';

/** Where the approved service of an engagement is entered. */
export interface EntryPlace {
  /** What its entry there is called. */
  readonly title: Text;
  readonly path: string;
}

const CLOUD_SERVICES: EntryPlace = {
  title: PROOF_WORDS['cloud-service-entry'],
  path: '/v1/register/cloud-services',
};

const SOCIAL_MEDIA_SERVICES: EntryPlace = {
  title: { ja: '承認済みソーシャルメディアサービス', en: 'Approved social-media service' },
  path: '/v1/register/social-media-services',
};

export function entryPlaceOf(kinds: readonly string[]): EntryPlace {
  return kinds.includes('social-media') ? SOCIAL_MEDIA_SERVICES : CLOUD_SERVICES;
}
