import { DomainError } from '../domain/domain-error.js';

/** The database cannot be reached, or was lost in the middle: whether a write came to pass is then not known. */
export class DatabaseUnreachable extends DomainError {
  readonly code = 'service.unavailable';
  readonly kind = 'unavailable';
  readonly title = { ja: '一時的に利用できません', en: 'Temporarily unavailable' };

  constructor(override readonly cause: unknown) {
    super({
      ja: 'データベースに接続できません。しばらくしてから再送してください。書込みは同じ Idempotency-Key を付ければ二重になりません。',
      en: 'The database cannot be reached. Send the request again in a moment; under the same Idempotency-Key no write is done twice.',
    });
  }
}
