import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TestService } from '../support/api.js';
import { answered, concluded, reviewed, selected, type Assessment } from '../support/assessing.js';
import { everythingIn } from '../support/everything.js';
import { othersProven } from '../assessments/given.js';
import {
  asked,
  askedBy,
  drafted,
  firstOf,
  handedIn,
  handIn,
  linked,
  pathOf,
  read,
  told,
  type Sides,
} from './answering.js';

let service: TestService;
let sides: Sides;

beforeAll(async () => {
  service = await TestService.start();
  service.itIs('2026-11-20');
  sides = await linked(service);
});
afterAll(() => service.stop());

async function staffRead(id: string): Promise<Assessment> {
  return (await sides.panel.clerk.get(`/v1/assessments/${id}`)).body as Assessment;
}

describe('answers that the vendor hands in', () => {
  it('are those of the round, with who of the vendor gave them', async () => {
    const { firm } = sides;
    const { id } = await asked(sides);

    const handed = await handedIn(firm.client, id);

    const givenBy = { kind: 'firm', name: '山田 花子', email: firm.email, firmId: firm.firmId };
    expect(handed).toMatchObject({ status: 'submitted', submittedOn: '2026-11-20', givenBy });
    expect(handed.criteria.every(({ answer }) => answer?.isDraft === false)).toBe(true);
    const seen = await sides.panel.clerk.get(`/v1/assessments/${id}`);
    expect(seen.body).toMatchObject({
      ...{ status: 'submitted', answered: handed.criteria.length },
      rounds: [{ submittedBy: null, givenBy, respondent: '山田 花子' }],
    });
    expect(seen.body.criteria[0].answer).toMatchObject({ answer: 'yes', enteredBy: null, givenBy });
    expect(
      await service.rows('SELECT 1 FROM answer_drafts WHERE assessment_id = $1', [id]),
    ).toEqual([]);
  });

  it('are told of by the trails of both sides', async () => {
    const { town, firm } = sides;
    const { id } = await asked(sides);

    await handedIn(firm.client, id);

    const by = { kind: 'firm', name: '山田 花子', firmId: firm.firmId };
    expect((await told(service, town.organizationId, id)).at(-2)).toMatchObject({
      ...{ action: 'assessment.submitted', personId: null, facts: { round: 1, givenBy: by } },
    });
    expect((await told(service, firm.firmId, id)).at(-1)).toMatchObject({
      ...{ action: 'answers.handed-in', personId: firm.personId, facts: { round: 1 } },
    });
  });

  it('are reviewed and selected on by anybody of the body, since none of it gave them', async () => {
    const { panel, firm } = sides;
    const { id, engagementId } = await askedBy(sides, 'negotiated');
    await handedIn(firm.client, id);
    await othersProven(service, panel, engagementId);

    const outcome = await concluded(panel, await staffRead(id));
    const { id: selectionId } = await selected(panel, engagementId, { id });

    expect(outcome).toMatchObject({ status: 'concluded', result: 'suitable' });
    const selection = await panel.clerk.get(`/v1/engagements/${engagementId}/selection`);
    expect(selection.body).toMatchObject({ id: selectionId, submittedBy: null });
  });

  it('keep who of the body entered some of them from reviewing', async () => {
    const { town, panel, firm } = sides;
    const both = await town.someoneAs('procurement', 'security-reviewer');
    const assessment = await asked(sides);
    await answered({ ...panel, clerk: both.client }, assessment);
    const checklist = await read(firm.client, assessment.id);
    await handIn(firm.client, checklist).expect(200);
    const submitted = await staffRead(assessment.id);

    await expect(reviewed(both.client, submitted)).rejects.toThrow('separation-of-duties');
    const values = [town.organizationId, assessment.id, both.personId];
    const insert = `INSERT INTO assessment_reviews
      (organization_id, id, assessment_id, round, reviewed_by, reviewed_as, reviewed_on, duties_joined)
      VALUES ($1, gen_random_uuid(), $2, 1, $3, 'security-reviewer', '2026-11-20', false)`;
    await expect(service.rows(insert, values)).rejects.toThrow('sd_assessment_reviews');
  });

  it('answer what is asked again only, beside what stands', async () => {
    const { panel, firm } = sides;
    const { id } = await asked(sides);
    await handedIn(firm.client, id);
    const again = await firstOf(panel.clerk, id);
    await service.rows(`UPDATE assessments SET status = 'concluded' WHERE id = $1`, [id]);
    const reopened = { reason: '証跡が古い。', dueOn: '2026-12-20', criteria: [again] };
    const { version } = await staffRead(id);
    await panel.clerk.decide(`/v1/assessments/${id}/reopening`, reopened, version).expect(200);

    const handed = await handedIn(firm.client, id);

    expect(handed).toMatchObject({ round: 2, status: 'submitted', unanswered: [] });
  });
});

describe('a question that the body’s own staff answer', () => {
  it('is not shown to the vendor, and may be answered after the vendor handed in', async () => {
    const { panel, firm } = sides;
    const { id } = await asked(sides);
    const criterionId = await firstOf(panel.clerk, id);
    // A policy may leave questions to the body's own staff; the sample policies do so only later on.
    const ofStaff = `UPDATE assessment_criteria SET answered_by = 'staff' WHERE assessment_id = $1 AND criterion_id = $2`;
    await service.rows(ofStaff, [id, criterionId]);
    const shown = (await read(firm.client, id)).criteria.map((each) => each.criterionId);
    await handedIn(firm.client, id);

    const scores = shown.map((each) => ({ criterionId: each, accepted: 'yes' }));
    const review = { round: 1, scores };
    const early = await panel.reviewers[0].post(`/v1/assessments/${id}/reviews`, review);
    expect(early.body).toMatchObject({
      ...{ status: 422, type: 'urn:mitodoke:problem:assessment.staff-answers-missing' },
      facts: { missing: [criterionId] },
    });
    const put = (answers: object[], version: number) =>
      panel.clerk.put(`/v1/assessments/${id}/answers`, { answers }, version);
    const { version } = await staffRead(id);
    const others = await put([{ criterionId: shown[0], answer: 'no' }], version);
    const own = await put([{ criterionId, answer: 'yes' }], version);
    const changed = await put([{ criterionId, answer: 'no' }], version + 1);

    expect(shown).not.toContain(criterionId);
    expect(others.status).toBe(422);
    expect(own.body).toMatchObject({ status: 'submitted' });
    expect(changed.status).toBe(422);
    await reviewed(panel.reviewers[0], await staffRead(id));
  });
});

describe('handing in is refused', () => {
  it('while questions are open', async () => {
    const { client } = sides.firm;
    const { id } = await asked(sides);
    const checklist = await read(client, id);
    const before = await everythingIn(service);

    const reply = await handIn(client, checklist);

    expect(reply.status).toBe(422);
    expect(reply.body).toMatchObject({
      ...{ type: 'urn:mitodoke:problem:assessment.answers-missing' },
      facts: { missing: checklist.unanswered },
    });
    expect(await everythingIn(service)).toEqual(before);
  });

  it.each([{}, { confirmed: false }, { confirmed: 'true' }])('with %j', async (body) => {
    const { client } = sides.firm;
    const { id } = await asked(sides);
    const { version } = await drafted(client, id);
    const before = await everythingIn(service);

    const reply = await client.decide(`${pathOf(id)}/submission`, body, version);

    expect(reply.status).toBe(400);
    expect(reply.body.errors).toMatchObject([{ pointer: '#/confirmed' }]);
    expect(await everythingIn(service)).toEqual(before);
  });

  it('on evidence that lapsed since it was drafted', async () => {
    const { client } = sides.firm;
    const { id } = await asked(sides);
    const criterionId = await firstOf(sides.panel.clerk, id);
    const checklist = await drafted(client, id, { [criterionId]: { validUntil: '2026-11-20' } });
    service.itIs('2026-11-21');
    const before = await everythingIn(service);
    try {
      const reply = await handIn(client, checklist);

      expect(reply.status).toBe(422);
      expect(reply.body.facts).toEqual({ criteria: [criterionId] });
      expect(await everythingIn(service)).toEqual(before);
    } finally {
      service.itIs('2026-11-20');
    }
  });

  it.each([
    ['tender', 422],
    ['comprehensive-evaluation', 422],
    ['negotiated', 200],
  ])('after the last day as a %s has it: %i', async (method, status) => {
    const { client } = sides.firm;
    const { id } = await askedBy(sides, method);
    const checklist = await drafted(client, id);
    service.itIs('2026-12-01');
    try {
      expect((await handIn(client, checklist)).status).toBe(status);
    } finally {
      service.itIs('2026-11-20');
    }
  });

  it('of another version than was read', async () => {
    const { client } = sides.firm;
    const { id } = await asked(sides);
    const { version } = await read(client, id);
    await drafted(client, id);

    expect((await handIn(client, { id, version })).status).toBe(412);
  });
});

describe('once answers are handed in, the vendor', () => {
  it('changes nothing', async () => {
    const { client } = sides.firm;
    const { id } = await asked(sides);
    const { version, criteria } = await handedIn(client, id);
    const answers = [{ criterionId: criteria[0]?.criterionId, answer: 'no' }];
    const before = await everythingIn(service);

    const replies = [
      await client.put(`${pathOf(id)}/answers`, { answers }, version),
      await handIn(client, { id, version }),
      await client.decide(`${pathOf(id)}/withdrawal`, { reason: '受注できない。' }, version),
    ];

    for (const { status, body } of replies) {
      expect(status).toBe(422);
      expect(body).toMatchObject({
        ...{ type: 'urn:mitodoke:problem:checklist.not-open', facts: { status: 'submitted' } },
      });
    }
    expect(await everythingIn(service)).toEqual(before);
  });
});
