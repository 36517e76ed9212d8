import { DomainError } from '../../shared/domain/domain-error.js';

/** A waiver ends once. */
export class DutyWaiverEnded extends DomainError {
  readonly code = 'duty-waiver.ended';
  readonly kind = 'rule-violated';
  readonly title = { ja: '終わった兼務の許可です', en: 'The waiver has ended' };

  constructor(endedOn: string) {
    super(
      {
        ja: `この許可は ${endedOn} に終わっています。`,
        en: `The waiver ended on ${endedOn}.`,
      },
      { endedOn },
    );
  }
}
