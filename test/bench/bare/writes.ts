import type { FastifyInstance } from 'fastify';
import type { Pool } from 'pg';
import { assessmentOf, type AssessmentHead } from '../../../src/assessments/assessment-head.js';
import type { GiveAnswersDto } from '../../../src/assessments/dto/answer.dto.js';
import { searchKey } from '../../../src/shared/domain/japanese-text.js';
import type { RegisterVendorDto } from '../../../src/vendors/dto/vendor.dto.js';
import { v7 as uuidv7 } from 'uuid';
import { ownerOf } from './owner.js';
import { recordStatements } from './recorded.js';

const INSERT_VENDOR = `
  INSERT INTO vendors (organization_id, id, version, name, search_key, corporate_number, address, contact_name, contact_email)
  VALUES ($1, $2, 1, $3, $4, $5, $6, $7, $8)
  RETURNING id, version, name, corporate_number AS "corporateNumber", address, contact_name AS "contactName",
    contact_email AS "contactEmail", suspended_until AS "suspendedUntil", false AS "isSuspended"`;

/**
 * Writes without duties. Left out, besides what reads leave out: the check of the body, the lock and
 * the comparison of the version, the rules about what is asked, the trail and the Idempotency-Key.
 * What is kept is the datum: the rows, the search key, the raised version, the standing answered.
 */
export async function serveWrites(server: FastifyInstance, pool: Pool): Promise<void> {
  const { write, head } = await recordStatements();

  server.post<{ Body: RegisterVendorDto }>('/v1/vendors', async (request, reply) => {
    const { organizationId } = ownerOf(request);
    const { name, corporateNumber, address, contactName, contactEmail } = request.body;
    const rest = [corporateNumber, address, contactName, contactEmail];
    const values = [organizationId, uuidv7(), name, searchKey(name), ...rest];
    const { rows } = await pool.query<object>({
      ...{ name: 'vendor-insert', text: INSERT_VENDOR, values },
    });
    return reply.status(201).send(rows[0]);
  });

  server.put<{ Body: GiveAnswersDto; Params: { id: string } }>(
    '/v1/assessments/:id/answers',
    async (request) => {
      const { organizationId, personId } = ownerOf(request);
      const { answers } = request.body;
      const now = new Date(Date.now()).toISOString();
      const client = await pool.connect();
      try {
        await client.query('BEGIN');
        await client.query({
          ...write,
          values: [organizationId, request.params.id, 1, ...columnsOf(answers), personId, now],
        });
        const values = [organizationId, request.params.id];
        const { rows } = await client.query<AssessmentHead>({ ...head, values });
        await client.query('COMMIT');
        return rows[0] && assessmentOf(rows[0], now.slice(0, 10));
      } finally {
        client.release();
      }
    },
  );
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
