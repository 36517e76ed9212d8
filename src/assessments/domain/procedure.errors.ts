import { DomainError } from '../../shared/domain/domain-error.js';
import type { Text } from '../../shared/domain/text.js';

/** A selection procedure of the engagement is under way. */
export class ProcedureUnderWay extends DomainError {
  readonly code = 'selection-procedure.under-way';
  readonly kind = 'conflict';
  readonly title = { ja: '選定手続が既にあります', en: 'A selection procedure is under way' };

  constructor(procedureId: string) {
    super(
      {
        ja: `この案件には選定手続があります（ID ${procedureId}）。候補者はその手続に加えてください。手続を改めるときは、先に取りやめてください。`,
        en: `The engagement has a selection procedure (${procedureId}). Invite candidates to it, or cancel it before another one.`,
      },
      { procedureId },
    );
  }
}

/** What is asked for is possible only where the procedure stands otherwise. */
export class ProcedureNotThere extends DomainError {
  readonly code = 'selection-procedure.wrong-status';
  readonly kind = 'rule-violated';
  readonly title = {
    ja: '選定手続の今の状態では行えません',
    en: 'Not as the selection procedure stands',
  };
}

/** The candidate is asked by itself, outside a procedure, in which questions are asked and answered. */
export class NotInProcedure extends DomainError {
  readonly code = 'assessment.not-in-procedure';
  readonly kind = 'rule-violated';
  readonly title = { ja: '選定手続によらない評価票です', en: 'Not in a selection procedure' };

  constructor() {
    super({
      ja: 'この評価票は選定手続によらずに送られたため、ここでは質問を受け付けません。団体の担当者に連絡してください。',
      en: 'The checklist was sent outside a selection procedure and takes no questions here. Tell those in charge at the body.',
    });
  }
}

/** The last day for answers has passed, and the method takes no late ones, or only with a permission. */
export class AnswersClosed extends DomainError {
  readonly code = 'selection-procedure.answers-closed';
  readonly kind = 'rule-violated';
  readonly title = { ja: '回答の期限を過ぎています', en: 'Answers are closed' };

  constructor(dueOn: string, remedy: Text) {
    super(
      {
        ja: `回答の期限（${dueOn}）を過ぎています。${remedy.ja}`,
        en: `Answers were due by ${dueOn}. ${remedy.en}`,
      },
      { dueOn },
    );
  }
}

/** Answers are reviewed only when no more can come. */
export class AnswersSealed extends DomainError {
  readonly code = 'selection-procedure.not-closed';
  readonly kind = 'rule-violated';
  readonly title = { ja: '回答の締切り前です', en: 'The procedure is not closed' };

  constructor(closesOn: string) {
    super(
      {
        ja: `候補者を公平に扱うため、回答の審査は締切り（${closesOn}）の後に行います。全ての候補者が提出を終えていれば、手続を締め切ることができます。`,
        en: `Candidates are treated alike: answers are reviewed once the procedure is closed (${closesOn}). It can be closed before, when every candidate has handed in.`,
      },
      { closesOn },
    );
  }
}

/** Others of the same procedure are reviewed already, so nobody is let answer after the last day any more. */
export class ReviewsBegun extends DomainError {
  readonly code = 'selection-procedure.reviews-begun';
  readonly kind = 'conflict';
  readonly title = { ja: '候補者の審査が始まっています', en: 'Candidates are reviewed already' };

  constructor(assessmentIds: readonly string[]) {
    super(
      {
        ja: `この選定手続では、既に審査された候補者があります（${String(assessmentIds.length)} 者）。候補者を公平に扱うため、期限後の回答は最初の審査より前に限り許可できます。`,
        en: `Reviews of candidates in this selection procedure are made already (${String(assessmentIds.length)} of them reviewed). To treat candidates alike, late answers are permitted only before the first review.`,
      },
      { assessmentIds },
    );
  }
}

/** The method asks every candidate once. */
export class AskedOnce extends DomainError {
  readonly code = 'selection-procedure.asked-once';
  readonly kind = 'rule-violated';
  readonly title = { ja: '回答を求め直すことはできません', en: 'Candidates are asked once' };

  constructor() {
    super({
      ja: '入札では、満たさなかった項目について候補者に改めて回答を求めることはできません。',
      en: 'In a tender no candidate is asked again for what it did not meet.',
    });
  }
}

/** Candidates have not handed in their answers yet, or none was invited. */
export class CandidatesStillAnswer extends DomainError {
  readonly code = 'selection-procedure.candidates-still-answer';
  readonly kind = 'rule-violated';
  readonly title = { ja: '提出を終えていない候補者があります', en: 'Candidates still answer' };

  constructor(assessmentIds: readonly string[]) {
    super(
      {
        ja: `期限前に締め切れるのは、候補者の全員が提出又は辞退した後です（未提出 ${String(assessmentIds.length)} 者）。`,
        en: `Before its last day a procedure is closed only when every candidate has handed in or withdrawn (${String(assessmentIds.length)} have not).`,
      },
      { assessmentIds },
    );
  }
}

/** A clarification is answered once; what is to be added is told in a notice. */
export class ClarificationAnswered extends DomainError {
  readonly code = 'clarification.answered';
  readonly kind = 'conflict';
  readonly title = { ja: '既に回答されています', en: 'Answered already' };

  constructor() {
    super({
      ja: 'この質問・照会は回答済みか、回答を要しない補足説明です。内容を改めるときは、補足説明を追加してください。',
      en: 'It is answered already, or a notice that asks for no answer. To correct it, add a notice.',
    });
  }
}
