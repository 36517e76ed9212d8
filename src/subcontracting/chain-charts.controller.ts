import { Controller, Get, Query, type StreamableFile } from '@nestjs/common';
import { ApiExtraModels, ApiOkResponse, ApiTags, getSchemaPath } from '@nestjs/swagger';
import type { Caller } from '../shared/authorization/caller.js';
import { writeCsv } from '../shared/documents/csv.js';
import type { Language } from '../shared/domain/text.js';
import { AcceptedLanguage } from '../shared/http/accepted-language.js';
import { ApiDocument } from '../shared/http/api-document.decorator.js';
import { ApiProblems } from '../shared/http/api-problems.decorator.js';
import { attachment, MEDIA_TYPES } from '../shared/http/attachment.js';
import { CurrentCaller } from '../shared/http/caller.decorator.js';
import { ReadDocumentQuery } from '../shared/http/document-query.dto.js';
import { documentReply } from '../shared/http/document-reply.js';
import { DocumentDto } from '../shared/http/document.dto.js';
import { Limited } from '../shared/http/limited.decorator.js';
import { Requires } from '../shared/http/requires.decorator.js';
import { ApiId, Id } from '../shared/http/validators.js';
import { ChainChartsService } from './chain-charts.service.js';
import { supplyChainSheet } from './domain/dora-chain.js';
import { DrawChainQuery, ReadSupplyChainQuery, SupplyChainDto } from './dto/chain-chart.dto.js';

@ApiTags('subcontracting')
@Controller('v1/engagements/:id/subcontracts')
export class ChainChartsController {
  constructor(private readonly service: ChainChartsService) {}

  /** The chain drawn as a tree (SVG), each firm with its rank, its work and where its approval stands. */
  @Get('diagram')
  @Requires('contract:read')
  @Limited('heavy')
  @ApiId()
  @ApiProblems(404)
  @ApiOkResponse({
    description: 'The drawing.',
    content: { [MEDIA_TYPES.svg]: { schema: { type: 'string' } } },
  })
  async drawChain(
    @CurrentCaller() caller: Caller,
    @Id() id: string,
    @Query() query: DrawChainQuery,
    @AcceptedLanguage() language: Language,
  ): Promise<StreamableFile> {
    const content = await this.service.drawing(caller, id, query.language ?? language);
    return attachment({ kind: 'svg', content, name: '履行体制図', plainName: 'chain' });
  }

  /** The chart of the chain to be printed (履行体制図): a table for each contract, indented by rank. */
  @Get('document')
  @Requires('contract:read')
  @Limited('heavy')
  @ApiId()
  @ApiProblems(404)
  @ApiDocument('The chart')
  async readChainDocument(
    @CurrentCaller() caller: Caller,
    @Id() id: string,
    @Query() query: ReadDocumentQuery,
    @AcceptedLanguage() language: Language,
  ): Promise<DocumentDto | StreamableFile> {
    const document = await this.service.document(caller, id, query.language ?? language);
    return documentReply(document, query.format, 'chain');
  }

  /**
   * The firms at work as lines of template B_05.02 of the register of information of the European Union
   * (EU 2024/2956): the contractor and every firm that does part of the work, approved or not.
   */
  @Get('supply-chain')
  @Requires('contract:read')
  @Limited('heavy')
  @ApiId()
  @ApiProblems(404)
  @ApiExtraModels(SupplyChainDto)
  @ApiOkResponse({
    description: 'The lines; both formats say the same.',
    content: {
      'application/json': { schema: { $ref: getSchemaPath(SupplyChainDto) } },
      'text/csv': { schema: { type: 'string' } },
    },
  })
  async readSupplyChain(
    @CurrentCaller() caller: Caller,
    @Id() id: string,
    @Query() { serviceType, format }: ReadSupplyChainQuery,
  ): Promise<SupplyChainDto | StreamableFile> {
    const items = await this.service.supplyChain(caller, id, serviceType);
    if (format !== 'csv') return { items };
    const content = writeCsv(supplyChainSheet(items));
    return attachment({ kind: 'csv', content, name: 'B_05.02', plainName: 'b-05-02' });
  }
}
