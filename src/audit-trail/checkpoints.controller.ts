import { Controller, Get, Post, Query, type StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Caller } from '../shared/authorization/caller.js';
import { ApiProblems } from '../shared/http/api-problems.decorator.js';
import { MEDIA_TYPES } from '../shared/http/attachment.js';
import { CurrentCaller } from '../shared/http/caller.decorator.js';
import { Idempotent } from '../shared/http/idempotent.decorator.js';
import { Limited } from '../shared/http/limited.decorator.js';
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
import { TrailExport } from './trail-export.js';
import { TrailProofs } from './trail-proofs.js';
import { TrailSealing } from './trail-sealing.js';

@ApiTags('trail')
@Controller('v1/audit-trail')
export class CheckpointsController {
  constructor(
    private readonly sealing: TrailSealing,
    private readonly proofs: TrailProofs,
    private readonly exports: TrailExport,
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

  /**
   * The sealed trail as JSON Lines, to be verified offline by `npm run trail:verify`. The first line tells `format`,
   * `organizationId` and the newest `checkpoint`. Then follows every sealed row in its order, with its number (`index`) and
   * the hash of its leaf (`leafHash`), and behind the last row that it covers each `checkpoint`. Every line is canonical JSON
   * (RFC 8785); the leaf is that of the row without `leafHash`, and its hash that of RFC 9162. Where earlier rows were cut
   * off, the first line also tells `cut`: their last checkpoint, the complete subtrees under it, and the sealed entry that tells
   * of the cut with its proof.
   */
  @Get('export')
  @Requires('trail:read')
  @Limited('heavy')
  @ApiProblems(409)
  @ApiOkResponse({
    description: 'The export.',
    content: { [MEDIA_TYPES.jsonl]: { schema: { type: 'string' } } },
  })
  exportAuditTrail(@CurrentCaller() caller: Caller): Promise<StreamableFile> {
    return this.exports.file(caller);
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
