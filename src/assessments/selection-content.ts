import { Injectable } from '@nestjs/common';
import type { Dossier } from '../engagements/index.js';
import { canonicalJson } from '../shared/domain/canonical-json.js';
import { sha256Hex } from '../shared/hashing.js';
import type { SelectionRow } from './selections.repository.js';

/** What a selection rests on. Another hash of it means that something else was decided. */
@Injectable()
export class SelectionContent {
  /** SHA-256 of the canonical JSON (RFC 8785) of the engagement's facts and the outcome selected on. */
  hash(
    { engagement: { facts, kinds, segment } }: Dossier,
    {
      outcomeId,
      vendorId,
      cloudServiceId,
    }: Pick<SelectionRow, 'outcomeId' | 'vendorId' | 'cloudServiceId'>,
  ): string {
    return sha256Hex(
      canonicalJson({
        facts: [...facts].sort(),
        kinds: [...kinds].sort(),
        segment,
        ...{ outcomeId, vendorId, cloudServiceId },
      }),
    );
  }
}
