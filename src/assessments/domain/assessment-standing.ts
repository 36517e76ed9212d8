import { asItStands, type StandingWords } from '../../shared/domain/standing-words.js';
import type { Text } from '../../shared/domain/text.js';
import { AssessmentNotThere } from './assessment.errors.js';
import { ASSESSMENT, type AssessmentStatus } from './assessment-lifecycle.js';

const REVIEW = {
  ja: '審査するか、取り下げることができます。',
  en: 'It can be reviewed or withdrawn.',
};
const ANSWER = {
  ja: '回答を入力して提出するか、取り下げることができます。',
  en: 'Answers can be entered and handed in, or it can be withdrawn.',
};

const STANDING: Record<AssessmentStatus, StandingWords> = {
  sent: { word: { ja: '回答待ち', en: 'Sent' }, next: ANSWER },
  answering: { word: { ja: '回答中', en: 'Being answered' }, next: ANSWER },
  submitted: { word: { ja: '審査待ち', en: 'Awaiting review' }, next: REVIEW },
  reviewing: { word: { ja: '審査中', en: 'Under review' }, next: REVIEW },
  reconciling: {
    word: { ja: '審査結果の調整中', en: 'Being reconciled' },
    next: {
      ja: '審査の食い違いを調整するか、取り下げることができます。',
      en: 'What the reviews differ on can be decided, or it can be withdrawn.',
    },
  },
  concluded: {
    word: { ja: '評価確定', en: 'Concluded' },
    next: {
      ja: '再開して回答を求めるか、評価結果を定め直すか、取り下げることができます。',
      en: 'It can be reopened, its outcome settled anew, or it can be withdrawn.',
    },
  },
  withdrawn: {
    word: { ja: '取下げ・辞退', en: 'Withdrawn' },
    next: {
      ja: '同じ候補者を評価するには、評価票を送り直してください。',
      en: 'Send the candidate a new checklist to assess it again.',
    },
  },
};

/** Where an assessment stands, as staff say it. */
export function statusWord(status: AssessmentStatus): Text {
  return STANDING[status].word;
}

/** That something cannot be done with an assessment as it stands. */
export function assessmentNotThere(status: AssessmentStatus): AssessmentNotThere {
  const detail = asItStands({ ja: '評価', en: 'assessment' }, STANDING[status]);
  return new AssessmentNotThere(detail, { status, allowed: ASSESSMENT.nextOf(status) });
}

/** @throws AssessmentNotThere where the life of an assessment has no such step */
export function refuseMove(from: AssessmentStatus, to: AssessmentStatus): void {
  if (!ASSESSMENT.canMove(from, to)) throw assessmentNotThere(from);
}
