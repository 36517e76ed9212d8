import { Injectable } from '@nestjs/common';
import type { Caller } from '../shared/authorization/caller.js';
import { pageOf, positionAfter } from '../shared/http/page.js';
import { Transactor } from '../shared/persistence/transactor.js';
import { SystemClock } from '../shared/time/clock.js';
import { wordsOf } from './domain/notice-words.js';
import type { ListNoticesQuery, NoticeDto, NoticePageDto } from './dto/notice.dto.js';
import { NoticesRepository, type NoticeRow } from './notices.repository.js';

/** The inbox of whoever is signed in. */
@Injectable()
export class MyNoticesService {
  constructor(
    private readonly transactor: Transactor,
    private readonly notices: NoticesRepository,
    private readonly clock: SystemClock,
  ) {}

  async list(caller: Caller, query: ListNoticesQuery): Promise<NoticePageDto> {
    const { unread, limit } = query;
    const isUnread = unread === undefined ? undefined : unread === 'true';
    const page = { isUnread, after: positionAfter(query), limit: limit + 1 };
    const rows = await this.transactor.read(caller, (tx) =>
      this.notices.list(tx, caller, caller.personId, page),
    );
    return pageOf(query, rows, { position: ({ id }) => ({ key: id, id }), item: shown });
  }

  /** Notes that it was read; the first time counts. @throws NotFound where it was not sent to the caller */
  markRead(caller: Caller, id: string): Promise<void> {
    const at = this.clock.now().toISOString();
    const own = { id, personId: caller.personId };
    return this.transactor.write(caller, (tx) => this.notices.markRead(tx, caller, own, at));
  }
}

function shown({ subjectKind: kind, subjectId: id, ...row }: NoticeRow): NoticeDto {
  return { ...row, ...wordsOf(row.code), subject: { kind, id } };
}
