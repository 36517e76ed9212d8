import { Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Caller } from '../shared/authorization/caller.js';
import { ApiProblems } from '../shared/http/api-problems.decorator.js';
import { CurrentCaller } from '../shared/http/caller.decorator.js';
import { Idempotent } from '../shared/http/idempotent.decorator.js';
import { Requires } from '../shared/http/requires.decorator.js';
import { ApiId, Id } from '../shared/http/validators.js';
import { ListNoticesQuery, NoticePageDto } from './dto/notice.dto.js';
import { MyNoticesService } from './my-notices.service.js';

@ApiTags('notices')
@Controller('v1/me/notices')
export class MyNoticesController {
  constructor(private readonly service: MyNoticesService) {}

  /** Lists what one was told, newest first: decisions that fell or came up for review, and the like. */
  @Get()
  @Requires('signed-in')
  listMyNotices(
    @CurrentCaller() caller: Caller,
    @Query() query: ListNoticesQuery,
  ): Promise<NoticePageDto> {
    return this.service.list(caller, query);
  }

  /** Notes that one read a notice; once it is read, nothing changes. */
  @Post(':id/reading')
  @HttpCode(204)
  @Requires('signed-in')
  @Idempotent()
  @ApiId()
  @ApiProblems(404)
  readMyNotice(@CurrentCaller() caller: Caller, @Id() id: string): Promise<void> {
    return this.service.markRead(caller, id);
  }
}
