import { Injectable } from '@nestjs/common';
import { Dossiers } from '../engagements/index.js';
import type { Caller } from '../shared/authorization/caller.js';
import { Transactor } from '../shared/persistence/transactor.js';
import { BusinessClock } from '../shared/time/clock.js';
import { METHOD_RULES } from './domain/procedure.js';
import type { FrozenChecklistDto, ProcedureDto, ProcedureListDto } from './dto/procedure.dto.js';
import { procedureOf } from './procedure-desk.js';
import { ProceduresRepository } from './procedures.repository.js';

@Injectable()
export class ProceduresQueries {
  constructor(
    private readonly transactor: Transactor,
    private readonly procedures: ProceduresRepository,
    private readonly dossiers: Dossiers,
    private readonly clock: BusinessClock,
  ) {}

  /** @throws NotFound */
  ofEngagement(caller: Caller, engagementId: string): Promise<ProcedureListDto> {
    return this.transactor.read(caller, async (tx) => {
      await this.dossiers.read(tx, caller, engagementId);
      const heads = await this.procedures.ofEngagement(tx, caller, engagementId);
      return { items: heads.map((head) => procedureOf(head, this.clock.today())) };
    });
  }

  /** @throws NotFound */
  read(caller: Caller, id: string): Promise<ProcedureDto> {
    return this.transactor.read(caller, async (tx) =>
      procedureOf(await this.procedures.head(tx, caller, id), this.clock.today()),
    );
  }

  /** @throws NotFound */
  checklist(caller: Caller, id: string): Promise<FrozenChecklistDto> {
    return this.transactor.read(caller, async (tx) => {
      const { criteria, method, ...row } = await this.procedures.frozen(tx, caller, id);
      const { publishesPoints } = METHOD_RULES[method];
      return { ...row, publishesPoints, criteria: [...criteria] };
    });
  }
}
