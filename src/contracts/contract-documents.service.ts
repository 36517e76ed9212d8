import { Injectable } from '@nestjs/common';
import type { Caller } from '../shared/authorization/caller.js';
import type { Document } from '../shared/documents/document.js';
import type { Language } from '../shared/domain/text.js';
import { Transactor } from '../shared/persistence/transactor.js';
import { Annexes } from './annexes.js';
import { annexDocument } from './domain/annex-document.js';

/** The security annex of contracts (セキュリティ特記仕様書) as a document. */
@Injectable()
export class ContractDocumentsService {
  constructor(
    private readonly transactor: Transactor,
    private readonly annexes: Annexes,
  ) {}

  /** @throws NotFound */
  async read(caller: Caller, id: string, language: Language): Promise<Document> {
    const content = await this.transactor.read(caller, (tx) => this.annexes.read(tx, caller, id));
    return annexDocument(content, language);
  }
}
