import { Controller, Get, Query, Res, StreamableFile } from '@nestjs/common';
import { ApiExtraModels, ApiOkResponse, ApiTags, getSchemaPath } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { Caller } from '../shared/authorization/caller.js';
import type { Language } from '../shared/domain/text.js';
import { AcceptedLanguage } from '../shared/http/accepted-language.js';
import { ApiProblems } from '../shared/http/api-problems.decorator.js';
import { MEDIA_TYPES } from '../shared/http/attachment.js';
import { CurrentCaller } from '../shared/http/caller.decorator.js';
import { Limited } from '../shared/http/limited.decorator.js';
import { Requires } from '../shared/http/requires.decorator.js';
import { ApiId, Id } from '../shared/http/validators.js';
import { Chain } from './chain.js';
import { CHAIN_PAGE_POLICY, chainPage } from './chain-page.js';
import { ChainDto, ChainQuery } from './dto/chain.dto.js';

@ApiTags('register')
@Controller('v1/engagements/:id/chain')
export class ChainController {
  constructor(private readonly chain: Chain) {}

  /** Shows the whole chain of an engagement, from every article of its policy to proofs, reports and findings; as JSON, or as a page to read and print. */
  @Get()
  @Requires('engagement:read')
  @Limited('heavy')
  @ApiId()
  @ApiProblems(404)
  @ApiExtraModels(ChainDto)
  @ApiOkResponse({
    description: 'The chain.',
    content: {
      'application/json': { schema: { $ref: getSchemaPath(ChainDto) } },
      'text/html': { schema: { type: 'string' } },
    },
  })
  async readChain(
    @CurrentCaller() caller: Caller,
    @Id() id: string,
    @Query() { format }: ChainQuery,
    @Res({ passthrough: true }) reply: FastifyReply,
    @AcceptedLanguage() language: Language,
  ): Promise<ChainDto | StreamableFile> {
    const chain = await this.chain.read(caller, id);
    if (format !== 'html') return chain;
    void reply.header('content-security-policy', `${CHAIN_PAGE_POLICY}; frame-ancestors 'none'`);
    const page = chainPage(chain, language);
    return new StreamableFile(Buffer.from(page), { type: MEDIA_TYPES.html });
  }
}
