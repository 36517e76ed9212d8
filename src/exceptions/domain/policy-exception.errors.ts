import { DomainError } from '../../shared/domain/domain-error.js';

/** The last day asked for passed before the decision, so that permission would have no effect. */
export class ExceptionPeriodOver extends DomainError {
  readonly code = 'exception.period-over';
  readonly kind = 'rule-violated';
  readonly title = { ja: '期間が過ぎています', en: 'The period is over' };

  constructor(until: string) {
    super(
      {
        ja: `申請された期間は ${until} で終わっています。改めて申請してください。`,
        en: `The period asked for ended on ${until}. Apply again.`,
      },
      { until },
    );
  }
}

/** What is asked for is possible only where the exception stands otherwise. */
export class ExceptionNotThere extends DomainError {
  readonly code = 'exception.wrong-status';
  readonly kind = 'rule-violated';
  readonly title = { ja: '例外措置の今の状態では行えません', en: 'Not as the exception stands' };
}
