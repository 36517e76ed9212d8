import type { ReportKind } from '../../policies/index.js';
import type { InputFault } from '../../shared/domain/domain-error.js';
import type { Text } from '../../shared/domain/text.js';

/**
 * A kind of report that the policy has not, that does not arise here, or that is not made in this way.
 *
 * @param arising the kinds that arise here; a refusal names those that can be made in this way
 */
export function kindFaults(
  kind: ReportKind | undefined,
  arising: readonly ReportKind[],
  isScheduled: boolean,
): InputFault[] {
  const possible = arising.filter(({ trigger }) => (trigger === 'schedule') === isScheduled);
  if (kind === undefined) return [fault(UNKNOWN, possible)];
  if (!arising.includes(kind)) return [fault(NOT_HERE, possible)];
  if (possible.includes(kind)) return [];
  return [fault(isScheduled ? NOT_PERIODIC : PERIODIC)];
}

/** A submission of before its period began, or of the future. */
export function submissionFaults(
  submittedOn: string,
  periodFrom: string,
  today: string,
): InputFault[] {
  if (periodFrom <= submittedOn && submittedOn <= today) return [];
  return [
    {
      pointer: '#/submittedOn',
      detail: {
        ja: '対象期間の初日から今日までの日付を指定してください。',
        en: 'Name a day from the first of the period up to today.',
      },
    },
  ];
}

function fault(why: Text, possible: readonly ReportKind[] = []): InputFault {
  if (possible.length === 0) return { pointer: '#/kind', detail: why };
  const ja = possible.map(({ id, title }) => `${id}（${title.ja}）`).join('、');
  const en = possible.map(({ id, title }) => `${id} (${title.en})`).join(', ');
  const detail = {
    ja: `${why.ja}次のいずれかで指定してください：${ja}`,
    en: `${why.en} It must be one of: ${en}.`,
  };
  return { pointer: '#/kind', detail };
}

const UNKNOWN = {
  ja: 'ポリシーにない報告の種類です。',
  en: 'The policy has no such kind of report.',
};
const NOT_HERE = {
  ja: 'この案件では求められない報告です。',
  en: 'This engagement is not asked for that report.',
};
const NOT_PERIODIC = {
  ja: '定期の報告ではありません。必要が生じたときに報告として登録してください。',
  en: 'It is not a periodic report; open it as a report when its occasion arises.',
};
const PERIODIC = {
  ja: '定期の報告です。報告の予定として登録してください。',
  en: 'It is a periodic report; put it on a report schedule.',
};
