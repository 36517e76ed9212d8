import { Injectable } from '@nestjs/common';
import { readToken, type TokenKey } from '../identity/index.js';
import { InvalidInput } from '../shared/domain/domain-error.js';
import type { VendorPerson } from '../shared/domain/vendor-person.js';
import { ExpectedVersion } from '../shared/http/expected-version.js';
import { Transactor } from '../shared/persistence/transactor.js';
import type { Tx } from '../shared/persistence/tx.js';
import { BusinessClock } from '../shared/time/clock.js';
import { PAGE_WORDS } from './answer-page-words.js';
import { AnswerLinksRepository, type AnswerLinkRow } from './answer-links.repository.js';
import type { FormValues } from './domain/answer-form.js';
import { AnswerLinkGone } from './domain/answer-link.errors.js';
import { answerLinkStanding } from './domain/answer-link.js';

/** Lets in whoever holds a link, as the person it names. */
@Injectable()
export class AnswerLinkDoor {
  constructor(
    private readonly transactor: Transactor,
    private readonly links: AnswerLinksRepository,
    readonly clock: BusinessClock,
  ) {}

  /** Whether somebody is let in, before anything they send is taken. @throws InvalidInput, NotFound, AnswerLinkGone */
  async knock(token: string): Promise<void> {
    const key = keyOf(token);
    await this.transactor.read(key, (tx) => this.admit(tx, key));
  }

  /** @throws NotFound, AnswerLinkGone */
  async admit(tx: Tx, key: TokenKey): Promise<AnswerLinkRow> {
    const link = await this.links.byToken(tx, key);
    const standing = answerLinkStanding(link, this.clock.today());
    if (standing !== 'open') throw new AnswerLinkGone(standing);
    return link;
  }
}

/** @throws InvalidInput where it is no link */
export function keyOf(token: string): TokenKey {
  const key = readToken(token);
  if (key !== undefined) return key;
  throw new InvalidInput([{ parameter: 'token', detail: PAGE_WORDS.noLink }]);
}

/** The version that a form was made of. */
export function versionIn(form: FormValues): ExpectedVersion {
  return new ExpectedVersion(`"${form.version ?? ''}"`);
}

export function personOf({ name, email }: Pick<AnswerLinkRow, 'name' | 'email'>): VendorPerson {
  return { kind: 'link', name, email, firmId: null };
}
