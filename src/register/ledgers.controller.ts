import { Controller, Get, Query, type StreamableFile } from '@nestjs/common';
import { ApiExtraModels, ApiOkResponse, ApiTags, getSchemaPath } from '@nestjs/swagger';
import type { Caller } from '../shared/authorization/caller.js';
import type { Language } from '../shared/domain/text.js';
import { AcceptedLanguage } from '../shared/http/accepted-language.js';
import { ApiProblems } from '../shared/http/api-problems.decorator.js';
import { FILE_CONTENT, MEDIA_TYPES } from '../shared/http/attachment.js';
import { CurrentCaller } from '../shared/http/caller.decorator.js';
import { Limited } from '../shared/http/limited.decorator.js';
import { Requires } from '../shared/http/requires.decorator.js';
import { EngagementLedgerPageDto, EngagementLedgerQuery } from './dto/engagement-ledger.dto.js';
import {
  CloudServiceLedgerPageDto,
  EntryLedgerQuery,
  SocialMediaLedgerPageDto,
} from './dto/entry-ledger.dto.js';
import { EngagementLedger } from './engagement-ledger.js';
import { CloudServiceLedger, SocialMediaLedger } from './entry-ledger.js';

const FILES = {
  [MEDIA_TYPES.xlsx]: FILE_CONTENT,
  'text/csv': { schema: { type: 'string' } },
};

@ApiTags('register')
@Controller('v1/register')
export class LedgersController {
  constructor(
    private readonly cloudServices: CloudServiceLedger,
    private readonly socialMedia: SocialMediaLedger,
    private readonly engagements: EngagementLedger,
  ) {}

  /** The ledger of approved cloud services (承認済みクラウドサービス台帳); as a page, or whole as an XLSX or CSV file. */
  @Get('cloud-services')
  @Requires('register:read')
  @Limited('heavy')
  @ApiProblems(422)
  @ApiExtraModels(CloudServiceLedgerPageDto)
  @ApiOkResponse({
    description: 'The ledger.',
    content: {
      'application/json': { schema: { $ref: getSchemaPath(CloudServiceLedgerPageDto) } },
      ...FILES,
    },
  })
  readCloudServiceLedger(
    @CurrentCaller() caller: Caller,
    @Query() query: EntryLedgerQuery,
    @AcceptedLanguage() language: Language,
  ): Promise<CloudServiceLedgerPageDto | StreamableFile> {
    const { format = 'json' } = query;
    return format === 'json'
      ? this.cloudServices.page(caller, query)
      : this.cloudServices.file(caller, query, format, language);
  }

  /** The register of social-media services with their accounts (ソーシャルメディアサービス台帳); as a page, or whole as an XLSX or CSV file. */
  @Get('social-media-services')
  @Requires('register:read')
  @Limited('heavy')
  @ApiProblems(422)
  @ApiExtraModels(SocialMediaLedgerPageDto)
  @ApiOkResponse({
    description: 'The ledger.',
    content: {
      'application/json': { schema: { $ref: getSchemaPath(SocialMediaLedgerPageDto) } },
      ...FILES,
    },
  })
  readSocialMediaLedger(
    @CurrentCaller() caller: Caller,
    @Query() query: EntryLedgerQuery,
    @AcceptedLanguage() language: Language,
  ): Promise<SocialMediaLedgerPageDto | StreamableFile> {
    const { format = 'json' } = query;
    return format === 'json'
      ? this.socialMedia.page(caller, query)
      : this.socialMedia.file(caller, query, format, language);
  }

  /** The ledger of outsourcing and cloud use (外部委託・クラウド利用台帳); as a page, or whole as an XLSX or CSV file. */
  @Get('engagements')
  @Requires('register:read')
  @Limited('heavy')
  @ApiProblems(422)
  @ApiExtraModels(EngagementLedgerPageDto)
  @ApiOkResponse({
    description: 'The ledger.',
    content: {
      'application/json': { schema: { $ref: getSchemaPath(EngagementLedgerPageDto) } },
      ...FILES,
    },
  })
  readEngagementLedger(
    @CurrentCaller() caller: Caller,
    @Query() query: EngagementLedgerQuery,
    @AcceptedLanguage() language: Language,
  ): Promise<EngagementLedgerPageDto | StreamableFile> {
    const { format = 'json' } = query;
    return format === 'json'
      ? this.engagements.page(caller, query, language)
      : this.engagements.file(caller, query, format, language);
  }
}
