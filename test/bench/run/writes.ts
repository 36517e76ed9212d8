import type { Client } from 'pg';
import { corporateNumberCheckDigit } from '../../../src/shared/domain/corporate-number.js';
import { CRITERIA_EACH, EACH } from '../data/counts.js';
import { idOf } from '../data/ids.js';
import { SIDES, type Operation, type Side } from './operation.js';
import { answerable, signedIn } from './reads.js';

const JSON_BODY = { 'content-type': 'application/json' };

/** An assessment that answers are saved in, and the version it was left at. */
interface Sheet {
  readonly n: number;
  readonly id: string;
  version: number;
}

/** The writes, over so many organizations; `client` tells how the assessments stand. */
export async function writes(organizations: number, client: Client): Promise<readonly Operation[]> {
  const sheets = await sheetsOf(organizations, client);
  const { rows } = await client.query<{ asked: string[] }>(
    'SELECT asked FROM assessment_rounds LIMIT 1',
  );
  const bodies = ['partial', 'yes'].map((answer) => bodyOf(rows[0]?.asked ?? [], answer));
  return [saveAnswers(sheets, bodies), createVendor(organizations)];
}

function saveAnswers(sheets: Record<Side, Sheet[]>, bodies: readonly string[]): Operation {
  return {
    name: 'save 50 answers with score and trail',
    errand: (side) => {
      // Taken away while it is written, so that no other request holds an older version.
      const sheet = sheets[side].shift();
      if (sheet === undefined) throw new Error('More requests run at once than there are sheets');
      const headers = { ...signedIn(Math.ceil(sheet.n / EACH.assessments)), ...JSON_BODY };
      const body = bodies[sheet.version % bodies.length] ?? '';
      return {
        call: {
          ...{ method: 'PUT', path: `/v1/assessments/${sheet.id}/answers`, body },
          headers: { ...headers, 'if-match': `"${String(sheet.version)}"` },
        },
        took: (reply) => {
          sheet.version = (JSON.parse(reply) as { version: number }).version;
          sheets[side].push(sheet);
        },
      };
    },
    substance: (reply) => (reply as { answered: number }).answered,
    rows: (reply) => (reply as { answered: number }).answered,
  };
}

function createVendor(organizations: number): Operation {
  const made = Object.fromEntries(SIDES.map((side) => [side, 0])) as Record<Side, number>;
  return {
    name: 'create a vendor',
    errand: (side, turn) => {
      made[side] += 1;
      const base = `${String(1 + SIDES.indexOf(side))}${String(made[side]).padStart(11, '0')}`;
      const body = JSON.stringify({
        name: `株式会社髙橋システム${base}`,
        corporateNumber: `${String(corporateNumberCheckDigit(base))}${base}`,
        address: '熊本県熊本市中央区一丁目1番1号',
        contactName: '営業部 山田',
        contactEmail: 'yamada@vendor.example',
      });
      const headers = { ...signedIn(1 + (turn % organizations)), ...JSON_BODY };
      return { call: { method: 'POST', path: '/v1/vendors', headers, body } };
    },
    substance: (reply) => Object.keys(reply as object).sort(),
    rows: (reply) => ('id' in (reply as object) ? 1 : 0),
  };
}

/** As many sheets for either side, none shared; spread over the organizations. */
async function sheetsOf(organizations: number, client: Client): Promise<Record<Side, Sheet[]>> {
  const numbers = answerable(organizations).filter((_, at) => at % 8 < SIDES.length);
  const { rows } = await client.query<{ id: string; version: number }>(
    `SELECT id, version FROM assessments WHERE status = 'answering'`,
  );
  const versions = new Map(rows.map(({ id, version }) => [id, version]));
  const all = numbers.map((n) => {
    const id = idOf('assessment', n);
    return { n, id, version: versions.get(id) ?? 0 };
  });
  const [bare, mitodoke] = SIDES.map((_, side) => all.filter((__, at) => at % 2 === side));
  return { bare: bare ?? [], mitodoke: mitodoke ?? [] };
}

/** Every criterion answered alike, with evidence; another body than the one before changes every row. */
function bodyOf(asked: readonly string[], answer: string): string {
  if (asked.length !== CRITERIA_EACH) throw new Error('The checklist has another length');
  const answers = asked.map((criterionId) => ({
    ...{ criterionId, answer, reason: '一部の拠点で実施しており、残りは年度内に実施します。' },
    evidence: [{ title: '情報セキュリティ規程（写し）', documentReference: '総第123号 別紙2' }],
  }));
  return JSON.stringify({ answers });
}
