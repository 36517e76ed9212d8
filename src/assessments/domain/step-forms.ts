import type { Text } from '../../shared/domain/text.js';
import { FORM_TEXTS, type FormFault, type FormValues } from './answer-form.js';
import type { VendorCriterion } from './vendor-checklist.js';

/** What the form says by which a vendor withdraws (辞退). */
export interface WithdrawalReading {
  readonly reason: string;
  readonly faults: readonly FormFault[];
}

/** What the form says by which a vendor asks. */
export interface QuestionReading {
  /** Undefined where it is about none in particular. */
  readonly criterionId: string | undefined;
  readonly text: string;
  readonly faults: readonly FormFault[];
}

/** Withdrawing needs its reason and to be confirmed. */
export function readWithdrawalForm(form: FormValues): WithdrawalReading {
  const reason = form.reason?.trim() ?? '';
  const faults = [
    ...textFaults('reason', reason, GIVE_REASON),
    ...(form.confirmed === 'yes' ? [] : [faultOf('confirmed', CONFIRM)]),
  ];
  return { reason, faults };
}

/** A question names the place of what it is about in the checklist. */
export function readQuestionForm(
  form: FormValues,
  criteria: readonly VendorCriterion[],
): QuestionReading {
  const text = form.text?.trim() ?? '';
  const about = form.about ?? '';
  const criterion = criteria[Number(about) - 1];
  const faults = [
    ...textFaults('text', text, ASK),
    ...(about === '' || criterion !== undefined ? [] : [faultOf('about', NO_QUESTION)]),
  ];
  return { criterionId: criterion?.criterionId, text, faults };
}

function textFaults(field: string, text: string, missing: Text): FormFault[] {
  if (text === '') return [faultOf(field, missing)];
  return text.length > FORM_TEXTS.long ? [faultOf(field, TOO_LONG)] : [];
}

function faultOf(field: string, detail: Text): FormFault {
  return { field, position: 0, detail };
}

const GIVE_REASON = { ja: '辞退の理由を入力してください。', en: 'Say why you withdraw.' };
const CONFIRM = {
  ja: '確認の欄にチェックを付けてください。',
  en: 'Tick the box to confirm.',
};
const ASK = { ja: '質問を入力してください。', en: 'Write your question.' };
const NO_QUESTION = { ja: '設問を選び直してください。', en: 'Choose the question again.' };
const TOO_LONG = {
  ja: `${String(FORM_TEXTS.long)} 文字以内で入力してください。`,
  en: `At most ${String(FORM_TEXTS.long)} characters.`,
};
