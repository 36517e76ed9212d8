import { Injectable } from '@nestjs/common';
import type { Caller } from '../shared/authorization/caller.js';
import { refuse, InvalidInput, NotFound } from '../shared/domain/domain-error.js';
import { Transactor } from '../shared/persistence/transactor.js';
import type { Tx } from '../shared/persistence/tx.js';
import { Credentials } from './credentials.js';
import { CurrentPasswordWrong } from './domain/identity.errors.js';
import type { ChangePasswordDto, InitialPasswordResponseDto } from './dto/password.dto.js';
import { guessableFaults } from './password-strength.js';
import { SessionEnding } from './session-ending.js';
import { SignInRecords } from './sign-in-records.js';

/** Changing one's own password, and giving a new one to someone who lost theirs. */
@Injectable()
export class PasswordsService {
  constructor(
    private readonly transactor: Transactor,
    private readonly records: SignInRecords,
    private readonly credentials: Credentials,
    private readonly sessions: SessionEnding,
  ) {}

  /** Every other session of the person ends. @throws InvalidInput, CurrentPasswordWrong */
  async change(caller: Caller, { currentPassword, newPassword }: ChangePasswordDto): Promise<void> {
    if (newPassword === currentPassword) throw sameAsBefore();
    const { known, own } = await this.transactor.read(caller, async (tx) => ({
      known: await this.credentials.candidate(tx, caller),
      own: await this.records.credentials.ownWords(tx, caller),
    }));
    const faults = guessableFaults(newPassword, own);
    refuse(faults);
    const isRight = await this.credentials.isRight(known, currentPassword);
    if (known === undefined) throw new CurrentPasswordWrong();
    const hash = await this.credentials.hash(newPassword);
    const isChanged = await this.transactor.write(caller, async (tx) => {
      const isAdmitted = await this.credentials.admits(tx, known, isRight);
      if (!isAdmitted || !(await this.credentials.change(tx, known, hash))) {
        await this.record(tx, caller, 'password.refused', caller.personId);
        return false;
      }
      await this.sessions.end(tx, caller, caller.sessionId);
      await this.record(tx, caller, 'password.changed', caller.personId);
      return true;
    });
    if (!isChanged) throw new CurrentPasswordWrong();
    this.sessions.forget(caller.personId);
  }

  /** All sessions of the person end. The reply kept for repetition is without the password. @throws NotFound */
  async renew(caller: Caller, personId: string): Promise<InitialPasswordResponseDto> {
    const { password, hash } = await this.credentials.newSecret();
    const { organizationId } = caller;
    await this.transactor.write(caller, async (tx) => {
      const isKnown = await this.credentials.renew(tx, { organizationId, personId }, hash);
      if (!isKnown) throw new NotFound();
      await this.sessions.end(tx, { organizationId, personId }, null);
      await this.record(tx, caller, 'password.renewed', personId);
    });
    this.sessions.forget(personId);
    return { initialPassword: caller.idempotency?.replayed === true ? null : password };
  }

  private record(tx: Tx, caller: Caller, action: string, personId: string): Promise<void> {
    const subject = { kind: 'person', id: personId };
    return this.records.trail.append(tx, caller, { action, subject });
  }
}

function sameAsBefore(): InvalidInput {
  const ja = '現在とは違うパスワードにしてください。';
  const detail = { ja, en: 'It must differ from the current password.' };
  return new InvalidInput([{ pointer: '#/newPassword', detail }]);
}
