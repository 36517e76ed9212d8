import { Injectable } from '@nestjs/common';
import { canonicalJson } from '../shared/domain/canonical-json.js';
import { sha256Hex } from '../shared/hashing.js';
import type { Scope } from '../shared/persistence/scope.js';
import type { Tx } from '../shared/persistence/tx.js';
import { materialProfile } from './domain/material-profile.js';
import type { Dossier } from './dossier.js';
import { EngagementsRepository } from './engagements.repository.js';

/** What a decision on the risk of an engagement rests on. Another hash of it means that something else was decided. */
@Injectable()
export class EngagementContent {
  constructor(private readonly engagements: EngagementsRepository) {}

  /**
   * SHA-256 of the canonical JSON (RFC 8785) of the engagement as it bears on its risk, and of what was
   * decided.
   */
  async hash(
    tx: Tx,
    scope: Scope,
    { engagement }: Dossier,
    decided: Readonly<Record<string, unknown>>,
  ): Promise<string> {
    const items = await this.engagements.dataItems(tx, scope, engagement.id);
    return sha256Hex(canonicalJson({ engagement: materialProfile(engagement, items), ...decided }));
  }
}
