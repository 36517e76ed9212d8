import { Body, Controller, Get, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Caller } from '../shared/authorization/caller.js';
import { ApiProblems } from '../shared/http/api-problems.decorator.js';
import { CurrentCaller } from '../shared/http/caller.decorator.js';
import { IfMatch, Versioned, type ExpectedVersion } from '../shared/http/expected-version.js';
import { Idempotent } from '../shared/http/idempotent.decorator.js';
import { Requires } from '../shared/http/requires.decorator.js';
import { ApiId, Id } from '../shared/http/validators.js';
import { SelectionDto, SelectionListDto, SelectVendorDto } from './dto/selection.dto.js';
import { SelectionsService } from './selections.service.js';

@ApiTags('assessments')
@Controller('v1/engagements/:id')
export class SelectionsController {
  constructor(private readonly service: SelectionsService) {}

  /**
   * Selects a candidate, or records that it was selected in the document system. `If-Match` names the
   * engagement, whose `ETag` covers the whole dossier. Asks the gate `select`. A selection that stands already is replaced by it.
   */
  @Post('selection')
  @Requires('selection:decide')
  @Versioned()
  @Idempotent()
  @ApiId()
  selectVendor(
    @CurrentCaller() caller: Caller,
    @Id() id: string,
    @IfMatch() expected: ExpectedVersion,
    @Body() body: SelectVendorDto,
  ): Promise<SelectionDto> {
    return this.service.select(caller, id, expected, body);
  }

  /** Reads the selection that stands or, where it was voided, the last one there was. */
  @Get('selection')
  @Requires('assessment:read')
  @ApiId()
  @ApiProblems(404)
  readSelection(@CurrentCaller() caller: Caller, @Id() id: string): Promise<SelectionDto> {
    return this.service.read(caller, id);
  }

  /** Lists every selection there was, the last first; each tells which one took its place. */
  @Get('selections')
  @Requires('assessment:read')
  @ApiId()
  @ApiProblems(404)
  listSelections(@CurrentCaller() caller: Caller, @Id() id: string): Promise<SelectionListDto> {
    return this.service.list(caller, id);
  }
}
