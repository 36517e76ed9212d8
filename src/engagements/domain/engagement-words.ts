import type { Text } from '../../shared/domain/text.js';
import type { EngagementStatus } from './engagement-lifecycle.js';

/** The steps of an engagement as staff say them. */
export const ENGAGEMENT_STATUS_WORDS: Record<EngagementStatus, Text> = {
  planned: { ja: '計画', en: 'Planned' },
  specified: { ja: '仕様確定', en: 'Specified' },
  selecting: { ja: '選定中', en: 'Selecting' },
  selected: { ja: '選定済み', en: 'Selected' },
  contracting: { ja: '契約手続中', en: 'Contracting' },
  contracted: { ja: '契約済み', en: 'Contracted' },
  active: { ja: '履行中', en: 'Active' },
  suspended: { ja: '停止中', en: 'Suspended' },
  accepting: { ja: '検収中', en: 'Accepting' },
  accepted: { ja: '検収済み', en: 'Accepted' },
  terminating: { ja: '終了手続中', en: 'Terminating' },
  closed: { ja: '完了', en: 'Closed' },
  cancelled: { ja: '取消し', en: 'Cancelled' },
};
