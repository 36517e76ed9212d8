import { asItStands, type StandingWords } from '../../shared/domain/standing-words.js';
import { EXCEPTION_LIFECYCLE, type ExceptionStatus } from './policy-exception.js';
import { ExceptionNotThere } from './policy-exception.errors.js';

const APPLY_ANEW = {
  ja: '必要であれば、改めて申請してください。',
  en: 'Apply anew where it is needed.',
};

const STANDING: Record<ExceptionStatus, StandingWords> = {
  applied: {
    word: { ja: '申請中', en: 'Applied for' },
    next: {
      ja: '許可するか、不許可とすることができます。',
      en: 'It can be permitted or denied.',
    },
  },
  permitted: {
    word: { ja: '許可', en: 'Permitted' },
    next: {
      ja: '期間の終わりを待たずに終了させることができます。',
      en: 'It can be ended before its last day.',
    },
  },
  denied: { word: { ja: '不許可', en: 'Denied' }, next: APPLY_ANEW },
  ended: { word: { ja: '終了', en: 'Ended' }, next: APPLY_ANEW },
  voided: { word: { ja: '失効', en: 'Void' }, next: APPLY_ANEW },
};

/** That something cannot be done with an exception as it stands. */
export function exceptionNotThere(status: ExceptionStatus): ExceptionNotThere {
  const detail = asItStands({ ja: '例外措置', en: 'exception' }, STANDING[status]);
  return new ExceptionNotThere(detail, { status, allowed: EXCEPTION_LIFECYCLE.nextOf(status) });
}

/** @throws ExceptionNotThere where the life of an exception has no such step */
export function refuseMove(from: ExceptionStatus, to: ExceptionStatus): void {
  if (!EXCEPTION_LIFECYCLE.canMove(from, to)) throw exceptionNotThere(from);
}
