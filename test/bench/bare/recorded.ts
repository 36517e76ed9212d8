import { AuditTrail } from '../../../src/audit-trail/index.js';
import { PassThrough } from 'node:stream';
import {
  AnswersRepository,
  type AnswerSheet,
} from '../../../src/assessments/answers.repository.js';
import { AssessmentFilesRepository } from '../../../src/assessments/assessment-files.repository.js';
import { AssessmentsRepository } from '../../../src/assessments/assessments.repository.js';
import { DashboardRepository } from '../../../src/register/dashboard.repository.js';
import { ReportsRepository } from '../../../src/reporting/reports.repository.js';
import type { Caller } from '../../../src/shared/authorization/caller.js';
import type { Transactor } from '../../../src/shared/persistence/transactor.js';
import type { Statement, Tx } from '../../../src/shared/persistence/tx.js';
import { SystemClock } from '../../../src/shared/time/clock.js';

/** A named statement without its values. */
export type Prepared = Pick<Statement, 'name' | 'text'>;

const CALLER: Caller = {
  organizationId: '',
  personId: '',
  sessionId: '',

  credential: 'session',
  posts: [],
  permissions: new Set(),
  policyVersionId: null,
  secondFactor: null,
  needsSecondFactor: false,
};
const SHEET: AnswerSheet = {
  ...{ id: '', version: 1, status: 'answering', round: 1, asked: [] },
  ...{ firmId: null, draftVersion: 0, askedOfStaff: [] },
  ...{ method: 'negotiated', dueOn: '' },
  ...{ engagementStatus: 'active', unitId: '' },
};

/**
 * The statements of the product as its own repositories send them, so that the bare peer always does
 * the same SQL. Which values they take, in what order, is for the peer to know.
 */
export async function recordStatements(): Promise<{
  readonly file: Prepared;
  readonly list: Prepared;
  readonly overdue: Prepared;
  readonly write: Prepared;
  readonly head: Prepared;
  readonly trail: Prepared;
  readonly dashboard: readonly Prepared[];
}> {
  const clock = new SystemClock();
  const assessments = new AssessmentsRepository();
  const answers = new AnswersRepository(clock);
  const board = new DashboardRepository();
  const overdue = { status: 'overdue', today: '', limit: 0 } as const;
  return {
    file: await only((tx) => filesOf(tx).read(CALLER, '', 1)),
    list: await only((tx) => filesOf(tx).list(CALLER, { limit: 0 }, undefined)),
    overdue: await only((tx) =>
      new ReportsRepository(transactorOf(tx), clock).list(CALLER, overdue, undefined),
    ),
    write: await only((tx) =>
      answers.write(tx, CALLER, SHEET, [], { enteredBy: '', givenBy: null }),
    ),
    head: await only((tx) => assessments.head(tx, CALLER, '')),
    trail: await only((tx) =>
      new AuditTrail(clock).append(tx, CALLER, { action: '', subject: { kind: '', id: '' } }),
    ),
    dashboard: [
      await only((tx) => board.engagements(tx, CALLER)),
      await only((tx) => board.certificates(tx, CALLER, '', '')),
      await only((tx) => board.obligations(tx, CALLER, '')),
      await only((tx) => board.counts(tx, CALLER, '', '')),
      await only((tx) => board.nextDue(tx, CALLER, '', 0)),
    ],
  };
}

/** Lets a repository send its one statement to nowhere. It finds nothing, which it may refuse. */
async function only(send: (tx: Tx) => Promise<unknown>): Promise<Prepared> {
  const sent: Statement[] = [];
  const query = (statement: Statement): Promise<{ rows: [] }> => {
    sent.push(statement);
    return Promise.resolve({ rows: [] });
  };
  const client = { query, connection: { stream: new PassThrough() } };
  const tx = { queryRunner: { connect: () => Promise.resolve(client) } } as unknown as Tx;
  await send(tx).catch(() => undefined);
  const [statement] = sent;
  if (statement === undefined || sent.length > 1) throw new Error('One statement was expected');
  return { name: statement.name, text: statement.text };
}

function filesOf(tx: Tx): AssessmentFilesRepository {
  return new AssessmentFilesRepository(transactorOf(tx));
}

/** The one way in which hot reads are sent without a transaction of their own. */
function transactorOf(tx: Tx): Transactor {
  const readOne = async (_: unknown, statement: Statement): Promise<unknown[]> => {
    const client = (await tx.queryRunner?.connect()) as {
      query: (statement: Statement) => Promise<{ rows: unknown[] }>;
    };
    return (await client.query(statement)).rows;
  };
  return { readOne } as unknown as Transactor;
}
