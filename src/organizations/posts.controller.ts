import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Caller } from '../shared/authorization/caller.js';
import { ApiProblems } from '../shared/http/api-problems.decorator.js';
import { CurrentCaller } from '../shared/http/caller.decorator.js';
import { IfMatch, Versioned, type ExpectedVersion } from '../shared/http/expected-version.js';
import { Idempotent } from '../shared/http/idempotent.decorator.js';
import { Requires } from '../shared/http/requires.decorator.js';
import { ApiId, Id } from '../shared/http/validators.js';
import {
  AppointDto,
  EndPostDto,
  ListPostsQuery,
  PostPageDto,
  PostResponseDto,
} from './dto/post.dto.js';
import { PostsService } from './posts.service.js';

@ApiTags('organization')
@Controller('v1/posts')
export class PostsController {
  constructor(private readonly service: PostsService) {}

  /** Appoints someone to a role of the policy in force. */
  @Post()
  @Requires('organization:administer')
  @Idempotent()
  appointToPost(
    @CurrentCaller() caller: Caller,
    @Body() body: AppointDto,
  ): Promise<PostResponseDto> {
    return this.service.appoint(caller, body);
  }

  /** Lists posts in the order they were registered, past and future ones included. */
  @Get()
  @Requires('organization:read')
  listPosts(@CurrentCaller() caller: Caller, @Query() query: ListPostsQuery): Promise<PostPageDto> {
    return this.service.list(caller, query);
  }

  /** Reads a post. */
  @Get(':id')
  @Requires('organization:read')
  @ApiId()
  @ApiProblems(404)
  readPost(@CurrentCaller() caller: Caller, @Id() id: string): Promise<PostResponseDto> {
    return this.service.read(caller, id);
  }

  /** Ends a post on its last day. The last post that administers the register ends only when another follows. */
  @Post(':id/end')
  @HttpCode(200)
  @Requires('organization:administer')
  @Versioned()
  @Idempotent()
  @ApiId()
  endPost(
    @CurrentCaller() caller: Caller,
    @Id() id: string,
    @IfMatch() expected: ExpectedVersion,
    @Body() body: EndPostDto,
  ): Promise<PostResponseDto> {
    return this.service.end(caller, id, expected, body);
  }
}
