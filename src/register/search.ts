import { Injectable } from '@nestjs/common';
import type { Caller } from '../shared/authorization/caller.js';
import { InvalidInput } from '../shared/domain/domain-error.js';
import { compactNumber, searchKey } from '../shared/domain/japanese-text.js';
import { Transactor } from '../shared/persistence/transactor.js';
import { namePattern } from '../vendors/index.js';
import { FOUND_KINDS, type SearchQuery, type SearchResultDto } from './dto/search.dto.js';
import { SearchRepository } from './search.repository.js';

/** Finds vendors, cloud services and engagements by their names. */
@Injectable()
export class Search {
  constructor(
    private readonly transactor: Transactor,
    private readonly names: SearchRepository,
  ) {}

  /** @throws InvalidInput where nothing is left of the text to compare */
  async find(caller: Caller, { q, limit }: SearchQuery): Promise<SearchResultDto> {
    const key = searchKey(q);
    if (key === '') throw new InvalidInput([NOTHING_TO_FIND]);
    const wanted = { key, pattern: namePattern(q) ?? '%', number: compactNumber(q) };
    const found = await this.transactor.read(caller, (tx) =>
      this.names.find(tx, caller, wanted, limit + 1),
    );
    const byKind = FOUND_KINDS.map((kind) => found.filter((each) => each.kind === kind));
    return {
      items: byKind.flatMap((items) => items.slice(0, limit)),
      isComplete: byKind.every((items) => items.length <= limit),
    };
  }
}

const NOTHING_TO_FIND = {
  parameter: 'q',
  detail: {
    ja: '検索する文字を入力してください。',
    en: 'Give a letter or a digit to look for.',
  },
};
