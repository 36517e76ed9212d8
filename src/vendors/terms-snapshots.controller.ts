import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Caller } from '../shared/authorization/caller.js';
import { ApiProblems } from '../shared/http/api-problems.decorator.js';
import { CurrentCaller } from '../shared/http/caller.decorator.js';
import { Idempotent } from '../shared/http/idempotent.decorator.js';
import { PageQuery } from '../shared/http/page.js';
import { Requires } from '../shared/http/requires.decorator.js';
import { ApiId, Id } from '../shared/http/validators.js';
import {
  TakeTermsSnapshotDto,
  TermsSnapshotDto,
  TermsSnapshotPageDto,
  TermsSnapshotTextDto,
} from './dto/terms-snapshot.dto.js';
import { TermsSnapshotsService } from './terms-snapshots.service.js';

@ApiTags('cloud-services')
@Controller('v1/cloud-services/:id/terms-snapshots')
export class TermsSnapshotsController {
  constructor(private readonly service: TermsSnapshotsService) {}

  /** Keeps the terms of a cloud service as they read on a day. */
  @Post()
  @Requires('vendor:write')
  @Idempotent()
  @ApiId()
  @ApiProblems(404)
  takeTermsSnapshot(
    @CurrentCaller() caller: Caller,
    @Id() serviceId: string,
    @Body() body: TakeTermsSnapshotDto,
  ): Promise<TermsSnapshotDto> {
    return this.service.take(caller, serviceId, body);
  }

  /** Lists the snapshots of a cloud service's terms, newest first, without their texts. */
  @Get()
  @Requires('vendor:read')
  @ApiId()
  @ApiProblems(404)
  listTermsSnapshots(
    @CurrentCaller() caller: Caller,
    @Id() serviceId: string,
    @Query() query: PageQuery,
  ): Promise<TermsSnapshotPageDto> {
    return this.service.list(caller, serviceId, query);
  }

  /** Reads a snapshot with its text. */
  @Get(':snapshotId')
  @Requires('vendor:read')
  @ApiId()
  @ApiId('snapshotId')
  @ApiProblems(404)
  readTermsSnapshot(
    @CurrentCaller() caller: Caller,
    @Id() cloudServiceId: string,
    @Id('snapshotId') id: string,
  ): Promise<TermsSnapshotTextDto> {
    return this.service.read(caller, { cloudServiceId, id });
  }
}
