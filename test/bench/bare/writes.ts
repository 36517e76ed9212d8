import type { FastifyInstance } from 'fastify';
import type { Pool, PoolClient } from 'pg';
import { assessmentOf, type AssessmentHead } from '../../../src/assessments/assessment-head.js';
import type { GiveAnswersDto } from '../../../src/assessments/dto/answer.dto.js';
import { searchKey } from '../../../src/shared/domain/japanese-text.js';
import type { RegisterVendorDto } from '../../../src/vendors/dto/vendor.dto.js';
import { v7 as uuidv7 } from 'uuid';
import { ownerOf, type Owner } from './owner.js';
import { recordStatements } from './recorded.js';

const INSERT_VENDOR = `
  INSERT INTO vendors (organization_id, id, version, name, search_key, corporate_number, address, contact_name, contact_email)
  VALUES ($1, $2, 1, $3, $4, $5, $6, $7, $8)
  RETURNING id, version, name, corporate_number AS "corporateNumber", address, contact_name AS "contactName",
    contact_email AS "contactEmail", suspended_until AS "suspendedUntil", false AS "isSuspended"`;

/**
 * Writes without duties. Left out, besides what reads leave out: the check of the body, the lock and
 * the comparison of the version, the rules about what is asked, the hashes of the trail and the
 * Idempotency-Key. What is kept is what is stored: the rows, the search key, the raised version, the
 * row of the trail, all in one transaction; and the standing answered.
 */
export async function serveWrites(server: FastifyInstance, pool: Pool): Promise<void> {
  const { write, head, trail } = await recordStatements();

  server.post<{ Body: RegisterVendorDto }>('/v1/vendors', async (request, reply) => {
    const owner = ownerOf(request);
    const { name, corporateNumber, address, contactName, contactEmail } = request.body;
    const rest = [corporateNumber, address, contactName, contactEmail];
    const id = uuidv7();
    const values = [owner.organizationId, id, name, searchKey(name), ...rest];
    const vendor = await inTransaction(pool, async (client) => {
      const statement = { name: 'vendor-insert', text: INSERT_VENDOR, values };
      const { rows } = await client.query<object>(statement);
      await client.query({ ...trail, values: entry(owner, 'vendor.registered', 'vendor', id) });
      return rows[0];
    });
    return reply.status(201).send(vendor);
  });

  server.put<{ Body: GiveAnswersDto; Params: { id: string } }>(
    '/v1/assessments/:id/answers',
    async (request) => {
      const owner = ownerOf(request);
      const { organizationId, personId } = owner;
      const { id } = request.params;
      const { answers } = request.body;
      const now = new Date(Date.now()).toISOString();
      return inTransaction(pool, async (client) => {
        await client.query({
          ...write,
          values: [organizationId, id, 1, ...columnsOf(answers), personId, null, now],
        });
        await client.query({
          ...trail,
          values: entry(owner, 'assessment.answered', 'assessment', id),
        });
        const { rows } = await client.query<AssessmentHead>({
          ...head,
          values: [organizationId, id],
        });
        return rows[0] && assessmentOf(rows[0], now.slice(0, 10));
      });
    },
  );
}

async function inTransaction<T>(pool: Pool, work: (client: PoolClient) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  try {
    await client.query('BEGIN');
    const result = await work(client);
    await client.query('COMMIT');
    return result;
  } finally {
    client.release();
  }
}

/** An entry of the trail whose hashes are not computed. */
function entry(owner: Owner, action: string, kind: string, id: string): unknown[] {
  const now = new Date(Date.now()).toISOString();
  const subject = [action, kind, id];
  return [owner.organizationId, uuidv7(), now, owner.personId, [], ...subject, null, null, '{}'];
}

function columnsOf(answers: GiveAnswersDto['answers']): unknown[] {
  return [
    answers.map(({ criterionId }) => criterionId),
    answers.map(({ answer }) => answer),
    answers.map(({ reason }) => reason ?? null),
    answers.map(({ evidence }) => JSON.stringify(evidence ?? [])),
    answers.map(({ validUntil }) => validUntil ?? null),
  ];
}
