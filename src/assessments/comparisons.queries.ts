import { Injectable, type StreamableFile } from '@nestjs/common';
import { Dossiers } from '../engagements/index.js';
import type { Caller } from '../shared/authorization/caller.js';
import { writePdfWithin } from '../shared/documents/pdf.js';
import { writeXlsx } from '../shared/documents/xlsx.js';
import type { Language } from '../shared/domain/text.js';
import { attachment } from '../shared/http/attachment.js';
import { Transactor } from '../shared/persistence/transactor.js';
import { comparisonPages, comparisonSheets, pagesFor } from './comparison-sheet.js';
import { SHEET_WORDS } from './comparison-words.js';
import { Comparisons } from './comparisons.js';
import { ComparisonsRepository } from './comparisons.repository.js';
import type { ComparisonContent } from './domain/comparison.js';
import type { ComparisonDto, KeptComparisonDto } from './dto/comparison.dto.js';

/** Comparisons as they are answered: as they stand today, and as they were decided on. */
@Injectable()
export class ComparisonsQueries {
  constructor(
    private readonly transactor: Transactor,
    private readonly dossiers: Dossiers,
    private readonly comparisons: Comparisons,
    private readonly kept: ComparisonsRepository,
  ) {}

  /** The candidates as they stand today. @throws NotFound */
  compare(caller: Caller, engagementId: string): Promise<ComparisonDto> {
    return this.transactor.read(caller, async (tx) => {
      const dossier = await this.dossiers.read(tx, caller, engagementId);
      return dtoOf(await this.comparisons.compare(tx, caller, dossier));
    });
  }

  /** As it stood when it was decided on. @throws NotFound */
  read(caller: Caller, id: string): Promise<KeptComparisonDto> {
    return this.transactor.read(caller, async (tx) => {
      const { content, contentHash } = await this.kept.read(tx, caller, id);
      return { id, contentHash, ...dtoOf(content) };
    });
  }
}

/** A comparison as a file in one language. */
export async function comparisonFile(
  content: ComparisonContent,
  format: 'xlsx' | 'pdf',
  language: Language,
): Promise<StreamableFile> {
  const names = { name: SHEET_WORDS.title[language], plainName: 'comparison' };
  const written =
    format === 'pdf'
      ? await writePdfWithin(pagesFor(content), comparisonPages(content, language))
      : await writeXlsx(comparisonSheets(content, language));
  return attachment({ kind: format, content: written, ...names });
}

function dtoOf(content: ComparisonContent): ComparisonDto {
  return content as ComparisonDto;
}
