import { Injectable } from '@nestjs/common';
import { AsyncLocalStorage } from 'node:async_hooks';
import { randomInt } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { DatabaseError, type Pool, type PoolClient, type QueryResultRow } from 'pg';
import { DataSource, QueryFailedError, type QueryRunner } from 'typeorm';
import { DatabaseUnreachable } from './database-unreachable.js';
import { once } from './idempotency.js';
import type { Scope } from './scope.js';
import { inOnePacket, type Statement, type Tx } from './tx.js';

const RETRYABLE = new Set(['40001', '40P01']);
const ATTEMPTS = 3;
const LONGEST_PAUSE_MS = 50;

const open = new AsyncLocalStorage<{ readonly scope: Scope }>();

/**
 * A query was started beside the open transaction of the same request. On the embedded database it
 * would wait for ever for the one connection, so it fails at once everywhere.
 */
export class OutsideTransaction extends Error {
  constructor() {
    super('A query was started outside the open transaction; pass the Tx');
    this.name = 'OutsideTransaction';
  }
}

/** Opens every transaction, names the owner to the database, and repeats lost races. */
@Injectable()
export class Transactor {
  constructor(private readonly dataSource: DataSource) {
    refuseRunnersBesideOpenTransaction(dataSource);
  }

  /**
   * Runs a unit of work that may write. A deadlock (40P01) or serialization failure (40001) rolls it
   * back and runs it again, three times at most, so nothing inside may touch the outside world. What
   * the work returns is the reply a repeated request (Idempotency-Key) gets again.
   */
  write<T>(scope: Scope, work: (tx: Tx) => Promise<T>): Promise<T> {
    const { idempotency } = scope;
    if (idempotency === undefined) return this.attempt(scope, work, ATTEMPTS);
    return this.attempt(scope, (tx) => once(tx, idempotency, () => work(tx)), ATTEMPTS);
  }

  /**
   * Does a part of a unit of work in the name of another owner, e.g. what a firm keeps of an
   * agreement with a body. It is done together with the rest, or not at all.
   */
  async inNameOf<T>(tx: Tx, scope: Scope, work: () => Promise<T>): Promise<T> {
    const outer = open.getStore();
    if (outer === undefined) throw new Error('There is no unit of work to do a part of');
    await this.name(tx, scope);
    const result = await open.run({ scope }, work).catch(async (error: unknown) => {
      // Where the transaction itself failed, the cause is what matters.
      await this.name(tx, outer.scope).catch(ignored);
      throw error;
    });
    await this.name(tx, outer.scope);
    return result;
  }

  private async name(tx: Tx, scope: Scope): Promise<void> {
    const client = (await tx.queryRunner?.connect()) as PoolClient;
    await client.query(ownerSetting(scope));
  }

  /** Runs reads against one snapshot of the owner's rows; the database refuses a write in it. */
  read<T>(scope: Scope, work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.transact(scope, work, 'read');
  }

  /**
   * One prepared statement against the owner's rows. Everything is sent at once, so that the hottest
   * reads cost one round trip.
   */
  async readOne<Row>(scope: Scope, statement: Statement): Promise<Row[]> {
    if (open.getStore() !== undefined) throw new OutsideTransaction();
    const prologue = `BEGIN READ ONLY; ${ownerSetting(scope)}`;
    // The pool of TypeORM's driver, which its types do not show.
    const { master: pool } = this.dataSource.driver as unknown as { readonly master: Pool };
    const client = await pool.connect().catch(unreachable);
    // What it reports is what the statements fail with; heard by nobody it would end the process.
    client.on('error', ignored);
    inOnePacket(client);
    // All must have come back before the connection is given to another.
    const [begun, read, ended] = await Promise.allSettled([
      client.query(prologue),
      client.query<Row & QueryResultRow>({ ...statement, values: [...statement.values] }),
      client.query('COMMIT'),
    ]);
    client.off('error', ignored);
    client.release(ended.status === 'rejected');
    // The end comes through whatever failed before it, but for the connection.
    if (ended.status === 'rejected') unreachable(ended.reason);
    if (begun.status === 'rejected') throw begun.reason as Error;
    if (read.status === 'rejected') throw read.reason as Error;
    return read.value.rows;
  }

  private async attempt<T>(
    scope: Scope,
    work: (tx: Tx) => Promise<T>,
    attempts: number,
  ): Promise<T> {
    try {
      return await this.transact(scope, work, 'write');
    } catch (error) {
      if (attempts <= 1 || !isRetryable(error)) throw error;
      // Two that lost to each other would meet again if both came back at once.
      await sleep(randomInt(LONGEST_PAUSE_MS));
      return this.attempt(scope, work, attempts - 1);
    }
  }

  private async transact<T>(
    scope: Scope,
    work: (tx: Tx) => Promise<T>,
    mode: keyof typeof BEGIN,
  ): Promise<T> {
    const runner = this.dataSource.createQueryRunner();
    try {
      const client = (await runner.connect().catch(unreachable)) as PoolClient;
      return await this.within(client, scope, mode, () => work(transactionOf(runner)));
    } catch (error) {
      // The runner lets go by itself of a connection that broke.
      if (runner.isReleased) unreachable(error);
      throw error;
    } finally {
      await runner.release();
    }
  }

  /** Begins, works and ends on the connection itself: the runner takes a round trip for each part. */
  private async within<T>(
    client: PoolClient,
    scope: Scope,
    mode: keyof typeof BEGIN,
    work: () => Promise<T>,
  ): Promise<T> {
    try {
      inOnePacket(client);
      // The first statement of the work follows it on the same connection, without waiting.
      const begun = client.query(`${BEGIN[mode]}; ${ownerSetting(scope)}`);
      const [result] = await Promise.all([open.run({ scope }, work), begun]);
      await client.query('COMMIT');
      return result;
    } catch (error) {
      // On a broken connection there is nothing to roll back, and the error tells more than this would.
      await client.query('ROLLBACK').catch(() => undefined);
      throw error;
    }
  }
}

/** TypeORM begins a transaction of its own where it is not told that one is open. */
function transactionOf(runner: QueryRunner): Tx {
  return Object.assign(runner, { isTransactionActive: true }).manager as Tx;
}

const BEGIN = {
  read: 'BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY',
  write: 'BEGIN ISOLATION LEVEL READ COMMITTED READ WRITE',
} as const;

const UUID = /^[0-9a-f-]{36}$/;

/**
 * The owner as a statement without parameters, which cannot stand among several in one string. It is
 * local to the transaction: no owner survives it on a pooled connection.
 */
function ownerSetting({ organizationId, firmId = '' }: Scope): string {
  if (!UUID.test(organizationId) || !(firmId === '' || UUID.test(firmId))) {
    throw new Error('An owner is named by a UUID');
  }
  return `SELECT set_config('app.org', '${organizationId}', true), set_config('app.firm', '${firmId}', true)`;
}

function unreachable(cause: unknown): never {
  throw cause instanceof DatabaseUnreachable ? cause : new DatabaseUnreachable(cause);
}

function ignored(): void {
  // Nothing is to be done.
}

function isRetryable(error: unknown): boolean {
  // A named statement fails with the driver's own error; TypeORM wraps it.
  const cause: unknown = error instanceof QueryFailedError ? error.driverError : error;
  if (!(cause instanceof DatabaseError)) return false;
  return cause.code !== undefined && RETRYABLE.has(cause.code);
}

function refuseRunnersBesideOpenTransaction(dataSource: DataSource): void {
  const create = dataSource.createQueryRunner.bind(dataSource);
  dataSource.createQueryRunner = (mode): QueryRunner => {
    if (open.getStore() !== undefined) throw new OutsideTransaction();
    return create(mode);
  };
}
