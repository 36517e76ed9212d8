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
   * Hashes what is decided together with the engagement as it bears on its risk: SHA-256 of the canonical
   * JSON (RFC 8785). The engagement is read once, however many decisions are held to it.
   */
  async hashing(
    tx: Tx,
    scope: Scope,
    { engagement }: Dossier,
  ): Promise<(decided: Readonly<Record<string, unknown>>) => string> {
    const items = await this.engagements.dataItems(tx, scope, engagement.id);
    const profile = materialProfile(engagement, items);
    return (decided) => sha256Hex(canonicalJson({ engagement: profile, ...decided }));
  }
}
