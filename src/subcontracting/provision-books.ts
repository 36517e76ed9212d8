import { Injectable } from '@nestjs/common';
import { NdasRepository } from '../contracts/index.js';
import { ObligationLedger } from '../engagements/index.js';
import { SubcontractBooks } from './subcontract-books.js';
import { ProvisionsRepository } from './provisions.repository.js';

/** What the handing over of information is written in, and what it rests on. */
@Injectable()
export class ProvisionBooks {
  constructor(
    readonly chain: SubcontractBooks,
    readonly provisions: ProvisionsRepository,
    readonly ndas: NdasRepository,
    readonly ledger: ObligationLedger,
  ) {}
}
