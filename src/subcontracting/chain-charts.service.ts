import { Injectable } from '@nestjs/common';
import { OrganizationService } from '../organizations/index.js';
import type { Caller } from '../shared/authorization/caller.js';
import type { Document } from '../shared/documents/document.js';
import type { Language } from '../shared/domain/text.js';
import { Transactor } from '../shared/persistence/transactor.js';
import { Chains } from './chains.js';
import type { ChainContent } from './domain/chain-content.js';
import { chainDiagram } from './chain-diagram.js';
import { chainDocument } from './chain-document.js';
import { supplyChain, type SupplyChainLine } from './domain/dora-chain.js';

/** The chain of an engagement as others read it: drawn, printed, and as a supply chain register has it. */
@Injectable()
export class ChainChartsService {
  constructor(
    private readonly transactor: Transactor,
    private readonly chains: Chains,
    private readonly organization: OrganizationService,
  ) {}

  /** The drawing (SVG). @throws NotFound */
  async drawing(caller: Caller, engagementId: string, language: Language): Promise<string> {
    return chainDiagram(await this.content(caller, engagementId), language);
  }

  /** The chart to be printed (履行体制図). @throws NotFound */
  async document(caller: Caller, engagementId: string, language: Language): Promise<Document> {
    return chainDocument(await this.content(caller, engagementId), language);
  }

  /** The lines of B_05.02. @throws NotFound */
  async supplyChain(
    caller: Caller,
    engagementId: string,
    serviceType: string,
  ): Promise<SupplyChainLine[]> {
    return supplyChain(await this.content(caller, engagementId), serviceType);
  }

  private content(caller: Caller, engagementId: string): Promise<ChainContent> {
    return this.transactor.read(caller, async (tx) => {
      const { books, subcontracts } = this.chains;
      const dossier = await books.dossiers.read(tx, caller, engagementId);
      const items = await books.dossiers.dataItems(tx, caller, dossier);
      return {
        body: await this.organization.name(tx, caller),
        engagementTitle: dossier.engagement.title,
        asOf: books.clock.today(),
        contracts: await books.terms.ofEngagement(tx, caller, engagementId),
        hops: await subcontracts.ofEngagement(tx, caller, engagementId),
        items: new Map(items.map(({ id, name }) => [id, name])),
      };
    });
  }
}
