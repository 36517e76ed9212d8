import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { BodyPolicy } from '../organizations/index.js';
import type { Caller } from '../shared/authorization/caller.js';
import type { ExpectedVersion } from '../shared/http/expected-version.js';
import { Transactor } from '../shared/persistence/transactor.js';
import { periodFaults, ruleDocumentKindFaults } from './domain/engagement-input.js';
import { Dossiers } from './dossiers.js';
import type {
  ChangeRuleDocumentDto,
  RegisterRuleDocumentDto,
  RuleDocumentListDto,
  RuleDocumentResponseDto,
} from './dto/rule-document.dto.js';
import { EngagementBooks } from './engagement-books.js';
import { RuleDocumentsRepository } from './rule-documents.repository.js';
import { ruleDocumentProof } from './standing-proofs.js';
import { refuse } from '../shared/domain/domain-error.js';

/** The rule documents of the body (規程・基準・手順) that its policy demands. */
@Injectable()
export class RuleDocumentsService {
  constructor(
    private readonly transactor: Transactor,
    private readonly books: EngagementBooks,
    private readonly documents: RuleDocumentsRepository,
    private readonly dossiers: Dossiers,
    private readonly bodyPolicy: BodyPolicy,
  ) {}

  /** Registers a document; every running engagement that needs it is proven by it. */
  register(caller: Caller, body: RegisterRuleDocumentDto): Promise<RuleDocumentResponseDto> {
    return this.transactor.write(caller, async (tx) => {
      const { pack } = await this.bodyPolicy.inForce(tx, caller);
      const { effectiveFrom, effectiveUntil = null } = body;
      refuse([
        ...ruleDocumentKindFaults(pack, body.kinds),
        ...periodFaults(effectiveFrom, effectiveUntil, '#/effectiveUntil'),
      ]);
      const after = { ...body, effectiveUntil, id: uuidv7(), version: 1 };
      await this.documents.insert(tx, caller, after);
      for (const engagementId of await this.documents.openEngagementIds(tx, caller)) {
        const dossier = await this.dossiers.read(tx, caller, engagementId);
        await this.books.ledger.discharge(tx, caller, dossier, ruleDocumentProof(after));
      }
      const subject = { kind: 'rule-document', id: after.id };
      await this.books.trail.append(tx, caller, {
        action: 'rule-document.registered',
        subject,
        after,
      });
      return after;
    });
  }

  /** Sets until when it is in force or where it is kept. @throws NotFound, Stale, InvalidInput */
  change(
    caller: Caller,
    id: string,
    expected: ExpectedVersion,
    body: ChangeRuleDocumentDto,
  ): Promise<RuleDocumentResponseDto> {
    return this.transactor.write(caller, async (tx) => {
      const before = await this.documents.lock(tx, caller, id, expected);
      const wanted = { ...before, ...body };
      refuse(periodFaults(wanted.effectiveFrom, wanted.effectiveUntil, '#/effectiveUntil'));
      const after = await this.documents.update(tx, caller, wanted);
      const { ledger, trail } = this.books;
      await ledger.limit(tx, caller, { kind: 'rule-document', id }, after.effectiveUntil);
      const subject = { kind: 'rule-document', id };
      await trail.append(tx, caller, { action: 'rule-document.changed', subject, before, after });
      return after;
    });
  }

  /** @throws NotFound */
  read(caller: Caller, id: string): Promise<RuleDocumentResponseDto> {
    return this.transactor.read(caller, (tx) => this.documents.read(tx, caller, id));
  }

  async list(caller: Caller): Promise<RuleDocumentListDto> {
    return {
      items: await this.transactor.read(caller, (tx) => this.documents.list(tx, caller)),
    };
  }
}
