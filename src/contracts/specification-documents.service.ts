import { Injectable } from '@nestjs/common';
import type { Caller } from '../shared/authorization/caller.js';
import type { Document } from '../shared/documents/document.js';
import type { Language } from '../shared/domain/text.js';
import type { Scope } from '../shared/persistence/scope.js';
import { Transactor } from '../shared/persistence/transactor.js';
import type { Tx } from '../shared/persistence/tx.js';
import { specificationDocument } from './domain/specification-document.js';
import { specificationTrace } from './domain/specification-trace.js';
import type { SpecificationStanding } from './domain/specification-words.js';
import { missingConditions } from './domain/specification.js';
import type { SpecificationTraceDto } from './dto/specification-trace.dto.js';
import { SpecificationContents, type ReadSpecification } from './specification-contents.js';
import { conditionsOwed } from './specification-files.js';
import { SpecificationsRepository } from './specifications.repository.js';

/** Versions of the specification as documents, and where these state the selection conditions. */
@Injectable()
export class SpecificationDocumentsService {
  constructor(
    private readonly transactor: Transactor,
    private readonly contents: SpecificationContents,
    private readonly specifications: SpecificationsRepository,
  ) {}

  /** @throws NotFound */
  async read(caller: Caller, id: string, language: Language): Promise<Document> {
    const [content, standing] = await this.transactor.read(caller, async (tx) => {
      const file = await this.contents.read(tx, caller, id);
      return [file.content, await this.standing(tx, caller, file)] as const;
    });
    return specificationDocument(content, standing, language);
  }

  /** @throws NotFound */
  async trace(caller: Caller, id: string): Promise<SpecificationTraceDto> {
    const { row, dossier, content } = await this.transactor.read(caller, (tx) =>
      this.contents.read(tx, caller, id),
    );
    const missing = missingConditions(conditionsOwed(dossier), row.conditions);
    const { conditions, articles } = specificationTrace(content);
    return {
      ...{ specificationId: row.id, number: row.number, status: row.status },
      conditions: conditions.map((one) => ({ ...one, articles: [...one.articles] })),
      articles: articles.map((one) => ({ ...one, conditions: [...one.conditions] })),
      missing: missing.map(({ criterionId, topic }) => ({ criterionId, topic })),
    };
  }

  private async standing(
    tx: Tx,
    scope: Scope,
    { row, isKept }: ReadSpecification,
  ): Promise<SpecificationStanding> {
    const { confirmedOn, supersededOn } = row;
    if (supersededOn === null) return { confirmedOn, superseded: null, isKept };
    const versions = await this.specifications.ofEngagement(tx, scope, row.engagementId);
    // Only the draft of the next number can be confirmed after this one.
    const later = versions.filter(
      ({ number, status }) => number > row.number && status !== 'draft',
    );
    const by = later.at(-1)?.number ?? row.number;
    return { confirmedOn, superseded: { by, on: supersededOn }, isKept };
  }
}
