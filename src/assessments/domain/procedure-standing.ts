import { asItStands, type StandingWords } from '../../shared/domain/standing-words.js';
import type { Text } from '../../shared/domain/text.js';
import {
  METHOD_RULES,
  takesAnswersOn,
  type MethodRules,
  type ProcedureStatus,
} from './procedure.js';
import { AnswersClosed, ProcedureNotThere } from './procedure.errors.js';
import type { SelectionMethod } from './selection.js';

const REMEDY: Readonly<Record<MethodRules['lateAnswers'], Text>> = {
  never: {
    ja: '入札では、期限後の回答は受け付けられません。',
    en: 'A tender takes no late answers.',
  },
  permitted: {
    ja: '期限後の回答には、理由を付けた許可（/v1/assessments/{id}/late-answers）が必要です。',
    en: 'Late ones need a permission with its reason (/v1/assessments/{id}/late-answers).',
  },
  free: { ja: '', en: '' },
};

/** The same for the vendor itself. */
const VENDOR_REMEDY: Readonly<Record<MethodRules['lateAnswers'], Text>> = {
  ...REMEDY,
  permitted: {
    ja: '期限後の回答が必要なときは、団体の担当者に連絡してください。',
    en: 'Tell those in charge at the body if you must answer later.',
  },
};

/** @throws AnswersClosed where the last day has passed and the method takes no late answers */
export function refuseLate(
  assessment: { readonly method: SelectionMethod; readonly dueOn: string },
  today: string,
  side: 'body' | 'vendor' = 'body',
): void {
  if (takesAnswersOn(assessment, today)) return;
  const remedies = side === 'body' ? REMEDY : VENDOR_REMEDY;
  throw new AnswersClosed(assessment.dueOn, remedies[METHOD_RULES[assessment.method].lateAnswers]);
}

const STANDING: Readonly<Record<ProcedureStatus, StandingWords>> = {
  open: {
    word: { ja: '回答受付中', en: 'Open' },
    next: {
      ja: '候補者を加え、期限を延ばし、全員の提出後に締め切ることができます。',
      en: 'Candidates can be invited, the last day extended, and it can be closed when all have handed in.',
    },
  },
  closed: {
    word: { ja: '回答締切済', en: 'Closed' },
    next: {
      ja: '回答を審査して選定するか、手続を取りやめることができます。',
      en: 'Answers can be reviewed and a candidate selected, or it can be cancelled.',
    },
  },
  concluded: {
    word: { ja: '選定済', en: 'Concluded' },
    next: {
      ja: 'この手続の候補者が選定されています。',
      en: 'One of its candidates is selected.',
    },
  },
  cancelled: {
    word: { ja: '取りやめ', en: 'Cancelled' },
    next: { ja: '新しい手続を始めてください。', en: 'Open another one.' },
  },
};

/** That something cannot be done with a procedure as it stands. */
export function procedureNotThere(status: ProcedureStatus): ProcedureNotThere {
  const thing = { ja: '選定手続', en: 'selection procedure' };
  return new ProcedureNotThere(asItStands(thing, STANDING[status]), { status });
}
