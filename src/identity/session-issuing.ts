import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import type { SecondFactorGiven } from '../shared/authorization/second-factor.js';
import type { Tx } from '../shared/persistence/tx.js';
import type { CredentialKey } from './credentials.repository.js';
import type { SessionResponseDto } from './dto/session.dto.js';
import { SignInClocks } from './sign-in-clocks.js';
import { SignInRecords } from './sign-in-records.js';
import { issueToken } from './tokens.js';

const ACCESS_SECONDS = 15 * 60;
const REFRESH_SECONDS = 12 * 60 * 60;

/** Tokens as they are told, and what is kept of them. */
export interface IssuedSession {
  readonly response: SessionResponseDto;
  readonly row: {
    readonly id: string;
    readonly accessTokenHash: string;
    readonly accessExpiresAt: string;
    readonly refreshTokenHash: string;
  };
}

/** Begins sessions and makes their tokens. */
@Injectable()
export class SessionIssuing {
  constructor(
    private readonly records: SignInRecords,
    private readonly clocks: SignInClocks,
  ) {}

  /** Begins a session of someone who has proved who they are. */
  async start(
    tx: Tx,
    { organizationId, personId }: CredentialKey,
    secondFactor: SecondFactorGiven | null,
  ): Promise<SessionResponseDto> {
    const { response, row } = this.issue(organizationId);
    const refreshExpiresAt = this.after(REFRESH_SECONDS);
    const session = { organizationId, personId, refreshExpiresAt, secondFactor, ...row };
    await this.records.sessions.insert(tx, session);
    await this.records.trail.append(
      tx,
      { organizationId, personId, posts: [] },
      {
        action: 'session.started',
        subject: { kind: 'session', id: row.id },
        facts: { secondFactor },
      },
    );
    return response;
  }

  issue(organizationId: string): IssuedSession {
    const access = issueToken(organizationId);
    const refresh = issueToken(organizationId);
    return {
      response: {
        accessToken: access.token,
        refreshToken: refresh.token,
        expiresIn: ACCESS_SECONDS,
      },
      row: {
        id: uuidv7(),
        accessTokenHash: access.hash,
        accessExpiresAt: this.after(ACCESS_SECONDS),
        refreshTokenHash: refresh.hash,
      },
    };
  }

  private after(seconds: number): string {
    return new Date(this.clocks.system.now().getTime() + seconds * 1000).toISOString();
  }
}
