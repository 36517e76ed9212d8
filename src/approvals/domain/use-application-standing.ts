import { asItStands, type StandingWords } from '../../shared/domain/standing-words.js';
import { ApplicationNotThere } from './approval.errors.js';
import { USE_APPLICATION, type UseApplicationStatus } from './use-application-lifecycle.js';

const APPLY_ANEW = {
  ja: '利用するには、改めて申請してください。',
  en: 'Apply anew to use the service.',
};

const STANDING: Record<UseApplicationStatus, StandingWords> = {
  draft: {
    word: { ja: '作成中', en: 'Draft' },
    next: {
      ja: '申請者が提出するか、取り下げることができます。',
      en: 'The applicant can submit it, or it can be withdrawn.',
    },
  },
  submitted: {
    word: { ja: '決定待ち', en: 'Submitted' },
    next: {
      ja: '承認、差戻し若しくは却下の決定をするか、取り下げることができます。',
      en: 'It can be approved, returned or rejected, or withdrawn.',
    },
  },
  returned: {
    word: { ja: '差戻し', en: 'Returned' },
    next: {
      ja: '申請者が内容を直して再び提出するか、取り下げることができます。',
      en: 'The applicant can mend and submit it again, or it can be withdrawn.',
    },
  },
  approved: {
    word: { ja: '承認', en: 'Approved' },
    next: {
      ja: '決定は済んでいます。内容が変わるときは、改めて申請してください。決定する者は、承認を取り消すことができます。',
      en: 'It is decided. Apply anew where its content changes; whoever decides can revoke the approval.',
    },
  },
  rejected: { word: { ja: '却下', en: 'Rejected' }, next: APPLY_ANEW },
  withdrawn: { word: { ja: '取下げ', en: 'Withdrawn' }, next: APPLY_ANEW },
  voided: { word: { ja: '失効', en: 'Voided' }, next: APPLY_ANEW },
  revoked: { word: { ja: '取消し', en: 'Revoked' }, next: APPLY_ANEW },
};

/** That something cannot be done with a use application as it stands. */
export function applicationNotThere(status: UseApplicationStatus): ApplicationNotThere {
  const detail = asItStands({ ja: '利用申請', en: 'use application' }, STANDING[status]);
  return new ApplicationNotThere(detail, { status, allowed: USE_APPLICATION.nextOf(status) });
}

/** @throws ApplicationNotThere where the life of a use application has no such step */
export function refuseMove(from: UseApplicationStatus, to: UseApplicationStatus): void {
  if (!USE_APPLICATION.canMove(from, to)) throw applicationNotThere(from);
}
