import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { periodFaults, refuseEnded } from '../engagements/index.js';
import type { Caller } from '../shared/authorization/caller.js';
import { refuse } from '../shared/domain/domain-error.js';
import { Transactor } from '../shared/persistence/transactor.js';
import { ContractBooks } from './contract-books.js';
import { futureFaults } from './domain/contract-input.js';
import type { NdaDto, NdaListDto, RecordNdaDto } from './dto/nda.dto.js';
import { NdaProofs } from './nda-proofs.js';

/** Secrecy agreed with vendors. */
@Injectable()
export class NdasService {
  constructor(
    private readonly transactor: Transactor,
    private readonly books: ContractBooks,
    private readonly proofs: NdaProofs,
  ) {}

  /** Records an agreement that both sides have signed. @throws NotFound, InvalidInput, WrongStage */
  agree(caller: Caller, engagementId: string, body: RecordNdaDto): Promise<NdaDto> {
    return this.transactor.write(caller, async (tx) => {
      const { dossiers, trail, clock } = this.books;
      const dossier = await dossiers.lock(tx, caller, engagementId);
      refuseEnded(dossier.engagement.status);
      await dossiers.postWith(tx, caller, 'contract:sign', dossier);
      const { validUntil = null, concludedOn } = body;
      refuse([
        ...futureFaults(concludedOn, clock.today(), '#/concludedOn'),
        ...periodFaults(concludedOn, validUntil, '#/validUntil'),
      ]);
      const nda = { id: uuidv7(), engagementId, ...body, validUntil, recordedBy: caller.personId };
      await this.proofs.ndas.insert(tx, caller, nda);
      await this.proofs.restate(tx, caller, dossier, [nda], concludedOn);
      await dossiers.touch(tx, caller, dossier);
      const subject = { kind: 'nda', id: nda.id };
      await trail.append(tx, caller, { action: 'nda.recorded', subject, after: nda });
      return nda;
    });
  }

  /** @throws NotFound */
  agreements(caller: Caller, engagementId: string): Promise<NdaListDto> {
    return this.transactor.read(caller, async (tx) => {
      await this.books.dossiers.read(tx, caller, engagementId);
      return { items: await this.proofs.ndas.ofEngagement(tx, caller, engagementId) };
    });
  }
}
