import { Injectable } from '@nestjs/common';
import type { Tx } from '../shared/persistence/tx.js';
import type { CredentialKey } from './credentials.repository.js';
import { SessionMemory } from './session-memory.js';
import { SignInClocks } from './sign-in-clocks.js';
import { SignInRecords } from './sign-in-records.js';

/** Ends sessions when what they rest on has changed. */
@Injectable()
export class SessionEnding {
  constructor(
    private readonly records: SignInRecords,
    private readonly clocks: SignInClocks,
    private readonly memory: SessionMemory,
  ) {}

  /** Ends every session of a person, save one where it is named. */
  end(tx: Tx, { organizationId, personId }: CredentialKey, save: string | null): Promise<void> {
    const now = this.clocks.system.now();
    return this.records.sessions.revokeAll(tx, { organizationId, personId }, save, now);
  }

  /** What was remembered of a person's sessions is asked again; to be called once the change is kept. */
  forget(personId: string): void {
    this.memory.forgetPerson(personId);
  }
}
