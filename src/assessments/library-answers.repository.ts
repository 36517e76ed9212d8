import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { canonicalJson } from '../shared/domain/canonical-json.js';
import { NotFound } from '../shared/domain/domain-error.js';
import { sha256Hex } from '../shared/hashing.js';
import type { ExpectedVersion } from '../shared/http/expected-version.js';
import type { Position } from '../shared/http/page.js';
import { Transactor } from '../shared/persistence/transactor.js';
import type { Scope } from '../shared/persistence/scope.js';
import { execute, type Tx } from '../shared/persistence/tx.js';
import type { LibraryAnswer } from './library-answer.entity.js';

/** An answer of the library as the firm reads it. */
export type LibraryAnswerRow = Omit<LibraryAnswer, 'organizationId' | 'questionHash'>;

/** An answer that is handed in, to be kept. */
export type AnswerToKeep = Omit<LibraryAnswerRow, 'id' | 'version' | 'answeredOn'>;

const COLUMNS = `id, version, criterion_id AS "criterionId", topic, question, answer, reason, evidence,
  valid_until AS "validUntil", answered_on AS "answeredOn"`;

/** One statement for all, in one order, so that two that hand in at once do not wait for each other in a circle. */
const KEEP = `
  INSERT INTO library_answers AS l
    (organization_id, id, version, criterion_id, question_hash, topic, question, answer, reason, evidence, valid_until, answered_on)
  SELECT $1, id, 1, criterion_id, question_hash, topic::jsonb, question::jsonb, answer, reason, evidence::jsonb, valid_until, $11
  FROM unnest($2::uuid[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[], $9::text[], $10::date[])
    AS g (id, criterion_id, question_hash, topic, question, answer, reason, evidence, valid_until)
  ORDER BY criterion_id, question_hash
  ON CONFLICT (organization_id, criterion_id, question_hash) DO UPDATE
    SET version = l.version + 1, topic = excluded.topic, answer = excluded.answer, reason = excluded.reason,
      evidence = excluded.evidence, valid_until = excluded.valid_until, answered_on = excluded.answered_on`;

const OF_CRITERIA = `
  SELECT ${COLUMNS} FROM library_answers
  WHERE organization_id = $1 AND criterion_id = ANY ($2::text[]) ORDER BY answered_on DESC, id DESC`;

const LIST = `
  SELECT ${COLUMNS} FROM library_answers
  WHERE organization_id = $1 AND ($2::date IS NULL OR valid_until < $2)
    AND ($3::text IS NULL OR (criterion_id, id) > ($3, $4::uuid))
  ORDER BY criterion_id, id LIMIT $5`;

const LOCK = `SELECT ${COLUMNS} FROM library_answers WHERE organization_id = $1 AND id = $2 FOR UPDATE`;

const REMOVE = 'DELETE FROM library_answers WHERE organization_id = $1 AND id = $2';

/** Which answers a list shows. */
export interface LibraryFilter {
  /** Only those whose evidence counts no more on this day. */
  readonly lapsedOn: string | null;
  readonly limit: number;
}

/** What firms answered; in the name of the firm. */
@Injectable()
export class LibraryAnswersRepository {
  constructor(private readonly transactor: Transactor) {}

  /** Keeps answers in the place of those to the same questions. */
  async keep(
    tx: Tx,
    { organizationId }: Scope,
    answers: readonly AnswerToKeep[],
    answeredOn: string,
  ): Promise<void> {
    if (answers.length === 0) return;
    await execute(tx, {
      name: 'library-answers-keep',
      text: KEEP,
      values: [
        organizationId,
        answers.map(() => uuidv7()),
        answers.map(({ criterionId }) => criterionId),
        answers.map(({ question }) => sha256Hex(canonicalJson(question))),
        answers.map(({ topic }) => JSON.stringify(topic)),
        answers.map(({ question }) => JSON.stringify(question)),
        answers.map(({ answer }) => answer),
        answers.map(({ reason }) => reason),
        answers.map(({ evidence }) => JSON.stringify(evidence)),
        answers.map(({ validUntil }) => validUntil),
        answeredOn,
      ],
    });
  }

  /** What is kept for any of the criteria, the newest first. */
  async of(
    tx: Tx,
    { organizationId }: Scope,
    criterionIds: readonly string[],
  ): Promise<LibraryAnswerRow[]> {
    if (criterionIds.length === 0) return [];
    return execute<LibraryAnswerRow & Record<string, unknown>>(tx, {
      name: 'library-answers-of',
      text: OF_CRITERIA,
      values: [organizationId, criterionIds],
    });
  }

  /** In the order of the criteria. */
  list(
    scope: Scope,
    { lapsedOn, limit }: LibraryFilter,
    after: Position | undefined,
  ): Promise<LibraryAnswerRow[]> {
    return this.transactor.readOne(scope, {
      name: 'library-answer-list',
      text: LIST,
      values: [scope.organizationId, lapsedOn, after?.key ?? null, after?.id ?? null, limit],
    });
  }

  /** @returns what was removed @throws NotFound, Stale */
  async remove(
    tx: Tx,
    { organizationId }: Scope,
    id: string,
    expected: ExpectedVersion,
  ): Promise<LibraryAnswerRow> {
    expected.require();
    const values = [organizationId, id];
    const [row] = await execute<LibraryAnswerRow & Record<string, unknown>>(tx, {
      name: 'library-answer-lock',
      text: LOCK,
      values,
    });
    if (row === undefined) throw new NotFound();
    expected.compare(row.version);
    await execute(tx, { name: 'library-answer-remove', text: REMOVE, values });
    return row;
  }
}
