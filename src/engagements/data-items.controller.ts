import { Body, Controller, Delete, Get, HttpCode, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Caller } from '../shared/authorization/caller.js';
import { ApiProblems } from '../shared/http/api-problems.decorator.js';
import { CurrentCaller } from '../shared/http/caller.decorator.js';
import { IfMatch, Versioned, type ExpectedVersion } from '../shared/http/expected-version.js';
import { Idempotent } from '../shared/http/idempotent.decorator.js';
import { Requires } from '../shared/http/requires.decorator.js';
import { ApiId, Id } from '../shared/http/validators.js';
import { DataItemsService } from './data-items.service.js';
import { ClassifyDataItemDto, DataItemListDto, DataItemResponseDto } from './dto/engagement.dto.js';

@ApiTags('engagements')
@Controller('v1/engagements/:id/data-items')
export class DataItemsController {
  constructor(private readonly service: DataItemsService) {}

  /** Classifies a kind of information handled in the engagement (`If-Match` of the engagement). */
  @Post()
  @Requires('engagement:write')
  @Versioned()
  @Idempotent()
  @ApiId()
  classifyDataItem(
    @CurrentCaller() caller: Caller,
    @Id() id: string,
    @IfMatch() expected: ExpectedVersion,
    @Body() body: ClassifyDataItemDto,
  ): Promise<DataItemResponseDto> {
    return this.service.add(caller, id, expected, body);
  }

  /** Lists the information handled in the engagement. */
  @Get()
  @Requires('engagement:read')
  @ApiId()
  @ApiProblems(404)
  listDataItems(@CurrentCaller() caller: Caller, @Id() id: string): Promise<DataItemListDto> {
    return this.service.list(caller, id);
  }

  /** Takes an item out of the engagement (`If-Match` of the engagement); its history stays. */
  @Delete(':itemId')
  @HttpCode(204)
  @Requires('engagement:write')
  @Versioned()
  @ApiId()
  @ApiId('itemId')
  @ApiProblems(422)
  endDataItem(
    @CurrentCaller() caller: Caller,
    @Id() id: string,
    @Id('itemId') itemId: string,
    @IfMatch() expected: ExpectedVersion,
  ): Promise<void> {
    return this.service.end(caller, id, itemId, expected);
  }
}
