import type { Pack } from '../../policies/index.js';
import type { InputFault } from '../../shared/domain/domain-error.js';

/** From when a body is to run on a policy, and when it published it where that is known. */
export interface AdoptionDays {
  readonly effectiveFrom: string;
  readonly publishedOn: string | null;
}

/** A policy that is in force from its publication cannot be adopted without that day, nor before it. */
export function publicationFaults(
  { effective }: Pick<Pack, 'effective'>,
  { effectiveFrom, publishedOn }: AdoptionDays,
): InputFault[] {
  if (publishedOn === null) return effective?.onPublication === true ? [PUBLICATION_NEEDED] : [];
  return publishedOn > effectiveFrom ? [ADOPTED_BEFORE_PUBLICATION] : [];
}

/** A policy whose body has another local-government code (全国地方公共団体コード) than this one. */
export function bodyFaults(
  { body }: Pick<Pack, 'body'>,
  localGovernmentCode: string | null,
): InputFault[] {
  const theirs = body?.localGovernmentCode ?? localGovernmentCode;
  if (body === undefined || localGovernmentCode === null || theirs === localGovernmentCode) {
    return [];
  }
  return [
    {
      pointer: '#/policyVersionId',
      detail: {
        ja: `${body.name.ja}（団体コード ${String(theirs)}）のポリシーで、本団体（${localGovernmentCode}）のものではありません。`,
        en: `It is the policy of ${body.name.en} (code ${String(theirs)}), not of this body (${localGovernmentCode}).`,
      },
    },
  ];
}

const PUBLICATION_NEEDED: InputFault = {
  pointer: '#/publishedOn',
  detail: {
    ja: 'このポリシーは公表の日から施行されます。公表した日を指定してください。',
    en: 'This policy comes into force on the day it is published. Give that day.',
  },
};

const ADOPTED_BEFORE_PUBLICATION: InputFault = {
  pointer: '#/publishedOn',
  detail: {
    ja: '公表した日は、適用開始日以前にしてください。',
    en: 'It must not be after the day the policy comes into force.',
  },
};
