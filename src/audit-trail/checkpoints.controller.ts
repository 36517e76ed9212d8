import { Controller, Get, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Caller } from '../shared/authorization/caller.js';
import { ApiProblems } from '../shared/http/api-problems.decorator.js';
import { CurrentCaller } from '../shared/http/caller.decorator.js';
import { Idempotent } from '../shared/http/idempotent.decorator.js';
import { PageQuery } from '../shared/http/page.js';
import { Requires } from '../shared/http/requires.decorator.js';
import { ApiId, Id } from '../shared/http/validators.js';
import {
  CheckpointDto,
  CheckpointPageDto,
  ConsistencyProofDto,
  ConsistencyQuery,
  InclusionProofDto,
  InclusionQuery,
} from './dto/checkpoint.dto.js';
import { TrailProofs } from './trail-proofs.js';
import { TrailSealing } from './trail-sealing.js';

@ApiTags('trail')
@Controller('v1/audit-trail')
export class CheckpointsController {
  constructor(
    private readonly sealing: TrailSealing,
    private readonly proofs: TrailProofs,
  ) {}

  /**
   * Seals the rows that wait, 5,000 at most, and answers the new checkpoint; the newest one where no row waits. The
   * service does the same every minute by itself.
   */
  @Post('checkpoints')
  @Requires('trail:seal')
  @Idempotent()
  sealAuditTrail(@CurrentCaller() caller: Caller): Promise<CheckpointDto> {
    return this.sealing.seal(caller);
  }

  /** Lists checkpoints, newest first. */
  @Get('checkpoints')
  @Requires('trail:read')
  listCheckpoints(
    @CurrentCaller() caller: Caller,
    @Query() query: PageQuery,
  ): Promise<CheckpointPageDto> {
    return this.proofs.list(caller, query);
  }

  /** Proves that the trail of one size holds that of an earlier one unchanged. */
  @Get('consistency')
  @Requires('trail:read')
  @ApiProblems(422)
  proveConsistency(
    @CurrentCaller() caller: Caller,
    @Query() query: ConsistencyQuery,
  ): Promise<ConsistencyProofDto> {
    return this.proofs.consistency(caller, query);
  }

  /** Proves that an entry is in the sealed trail. */
  @Get(':id/inclusion')
  @Requires('trail:read')
  @ApiId()
  @ApiProblems(404, 409, 422)
  proveInclusion(
    @CurrentCaller() caller: Caller,
    @Id() id: string,
    @Query() query: InclusionQuery,
  ): Promise<InclusionProofDto> {
    return this.proofs.inclusion(caller, id, query);
  }
}
