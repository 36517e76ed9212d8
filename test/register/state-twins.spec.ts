import fc from 'fast-check';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ENTRY_STANDINGS, entryStatusOn, entryStatusSql } from '../../src/approvals/index.js';
import {
  ENGAGEMENT_STATUSES,
  joinedEffectsSql,
  OBLIGATION_STATES,
  obligationStateSql,
  PROOF_EFFECTS,
  stateOn,
} from '../../src/engagements/index.js';
import { gravestOf } from '../../src/register/domain/gravity.js';
import { gravestSql } from '../../src/register/gravity-sql.js';
import { TestService } from '../support/api.js';
import { plan, residentService } from '../support/engagement.js';

/** Few enough days that they often meet. */
const day = fc.integer({ min: 1, max: 9 }).map((number) => `2026-04-0${String(number)}`);
const perhapsDay = fc.option(day);
const proof = fc.record({
  effect: fc.constantFrom(...PROOF_EFFECTS),
  validFrom: day,
  validUntil: perhapsDay,
  voidedOn: perhapsDay,
});
const obligation = fc.record({
  openedOn: perhapsDay,
  dueOn: perhapsDay,
  notApplicableOn: perhapsDay,
  proofs: fc.array(proof, { maxLength: 4 }),
});

const DAYS = Array.from({ length: 11 }, (_, at) => `2026-04-${String(at).padStart(2, '0')}`).slice(
  1,
);

let service: TestService;

beforeAll(async () => {
  service = await TestService.start();
  service.itIs('2026-04-01');
});
afterAll(() => service.stop());

describe('the state of an obligation in SQL', () => {
  it('is that of the rule, whatever the ledger and the day', async () => {
    const town = await service.town();
    const { id } = await plan(await town.as('section-manager'), residentService(town));
    const ledgers = fc.sample(obligation, { numRuns: 300, seed: 20260401 });
    const rows = ledgers.map((facts) => ({ id: uuidv7(), ...facts }));
    await service.rows(
      `INSERT INTO obligations (organization_id, id, engagement_id, rule_id, article_key, opened_on, due_on, not_applicable_on, not_applicable_reason)
       SELECT $1, o.id, $2, o.id::text, 'X', o."openedOn", o."dueOn", o."notApplicableOn", 'x'
       FROM json_to_recordset($3) AS o (id uuid, "openedOn" date, "dueOn" date, "notApplicableOn" date)`,
      [town.organizationId, id, JSON.stringify(rows)],
    );
    const proofs = rows.flatMap((row) =>
      row.proofs.map((each) => ({ ...each, id: uuidv7(), obligationId: row.id, record: uuidv7() })),
    );
    await service.rows(
      `INSERT INTO proofs (organization_id, id, obligation_id, effect, record_kind, record_id, valid_from, valid_until, voided_on, voided_reason)
       SELECT $1, p.id, p."obligationId", p.effect, 'record', p.record, p."validFrom", p."validUntil", p."voidedOn", 'x'
       FROM json_to_recordset($2) AS p (id uuid, "obligationId" uuid, effect text, record uuid, "validFrom" date, "validUntil" date, "voidedOn" date)`,
      [town.organizationId, JSON.stringify(proofs)],
    );

    for (const on of DAYS) {
      const found = await service.rows<{ id: string; state: string; joined: string }>(
        `SELECT o.id, ${obligationStateSql('$2')} AS state,
           ${obligationStateSql('$2', 'effects.effect')} AS joined
         FROM obligations o ${joinedEffectsSql('$2')}
         WHERE o.organization_id = $1 AND o.article_key = 'X'`,
        [town.organizationId, on],
      );
      expect(found.filter(({ state, joined }) => state !== joined)).toEqual([]);
      const states = new Map(found.map((row) => [row.id, row.state]));
      for (const row of rows)
        expect(states.get(row.id), `${on} ${JSON.stringify(row)}`).toBe(stateOn(on, row));
    }
  });

  it('is the gravest of several as by the rule', async () => {
    const states = fc.array(fc.constantFrom(...OBLIGATION_STATES), { minLength: 1, maxLength: 4 });
    const groups = fc.sample(states, { numRuns: 200, seed: 20260401 });
    const found = await service.rows<{ at: number; state: string }>(
      `SELECT g.at::int AS at, ${gravestSql('s.state')} AS state
       FROM json_array_elements($1) WITH ORDINALITY AS g (states, at),
         json_array_elements_text(g.states) AS s (state)
       GROUP BY g.at ORDER BY g.at`,
      [JSON.stringify(groups)],
    );
    expect(found.map(({ state }) => state)).toEqual(groups.map((group) => gravestOf(group)));
  });
});

describe('the status of an approved cloud service in SQL', () => {
  it('is that of the rule for every standing, engagement and day', async () => {
    const cases = ENTRY_STANDINGS.flatMap((standing) =>
      ENGAGEMENT_STATUSES.flatMap((engagement) =>
        ['2026-04-01', '2026-04-02', '2026-04-03'].map((reviewOn) => ({
          standing,
          engagement,
          reviewOn,
        })),
      ),
    );
    const found = await service.rows<{ status: string }>(
      `SELECT ${entryStatusSql('$2')} AS status
       FROM json_to_recordset($1) AS c (at int, standing text, engagement text, "reviewOn" date),
         LATERAL (SELECT c.standing, c."reviewOn" AS review_on) s, LATERAL (SELECT c.engagement AS status) e
       ORDER BY c.at`,
      [JSON.stringify(cases.map((each, at) => ({ at, ...each }))), '2026-04-02'],
    );
    expect(found.map(({ status }) => status)).toEqual(
      cases.map(({ engagement, ...entry }) => entryStatusOn('2026-04-02', entry, engagement)),
    );
  });
});
