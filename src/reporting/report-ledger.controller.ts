import { Controller, Get, Query, type StreamableFile } from '@nestjs/common';
import { ApiExtraModels, ApiOkResponse, ApiTags, getSchemaPath } from '@nestjs/swagger';
import type { Caller } from '../shared/authorization/caller.js';
import { writeCsv } from '../shared/documents/csv.js';
import { writeXlsx } from '../shared/documents/xlsx.js';
import { attachment, FILE_CONTENT, MEDIA_TYPES } from '../shared/http/attachment.js';
import type { Language } from '../shared/domain/text.js';
import { AcceptedLanguage } from '../shared/http/accepted-language.js';
import { CurrentCaller } from '../shared/http/caller.decorator.js';
import { Limited } from '../shared/http/limited.decorator.js';
import { Requires } from '../shared/http/requires.decorator.js';
import { ReportLedgerPageDto, ReportLedgerQuery } from './dto/report-ledger.dto.js';
import { ReportLedger } from './report-ledger.js';
import { reportLedgerSheet } from './report-ledger-sheet.js';

@ApiTags('register')
@Controller('v1/register/reports')
export class ReportLedgerController {
  constructor(private readonly ledger: ReportLedger) {}

  /** The ledger of reports, the next due first; as a page, or whole as an XLSX or CSV file. */
  @Get()
  @Requires('register:read')
  @Limited('heavy')
  @ApiExtraModels(ReportLedgerPageDto)
  @ApiOkResponse({
    description: 'The ledger.',
    content: {
      'application/json': { schema: { $ref: getSchemaPath(ReportLedgerPageDto) } },
      [MEDIA_TYPES.xlsx]: FILE_CONTENT,
      'text/csv': { schema: { type: 'string' } },
    },
  })
  readReportLedger(
    @CurrentCaller() caller: Caller,
    @Query() query: ReportLedgerQuery,
    @AcceptedLanguage() language: Language,
  ): Promise<ReportLedgerPageDto | StreamableFile> {
    return query.format === undefined || query.format === 'json'
      ? this.ledger.page(caller, query, language)
      : this.file(caller, query, language);
  }

  private async file(
    caller: Caller,
    query: ReportLedgerQuery,
    language: 'ja' | 'en',
  ): Promise<StreamableFile> {
    const sheet = reportLedgerSheet(await this.ledger.all(caller, query, language), language);
    const names = { name: sheet.name, plainName: 'reports' };
    return query.format === 'xlsx'
      ? attachment({ kind: 'xlsx', content: await writeXlsx([sheet]), ...names })
      : attachment({ kind: 'csv', content: writeCsv(sheet), ...names });
  }
}
