import { clauseValues } from '../clause-values.js';
import type { Desk } from '../desk.js';
import type { Candidate } from './prepare.js';

interface Contract {
  readonly id: string;
  readonly version: string;
}

interface Clauses {
  readonly version: string;
  readonly items: readonly { readonly clauseId: string }[];
}

interface Coverage {
  readonly version: string;
  readonly counts: { readonly included: number; readonly missing: number };
  readonly gaps: readonly { readonly remedy: { readonly ja: string } }[];
}

/** Agrees the clauses, signs, and @returns the contract, whose document can be exported. */
export async function agreeContract(desk: Desk, selected: Candidate): Promise<string> {
  desk.step('秘密保持契約、契約条項及び署名');
  const manager = desk.office.who('section-manager');
  await desk.move(manager, 'contracting');
  await concludeNda(desk, selected);
  const { id } = await draft(desk, selected);
  await showGaps(desk, id);
  await fillClauses(desk, id);
  await sign(desk, id);
  await desk.move(manager, 'contracted');
  await desk.ledger();
  return id;
}

async function concludeNda(desk: Desk, { name, vendorId }: Candidate): Promise<void> {
  await desk.office.who('section-manager').client.post(desk.path('/ndas'), {
    vendorId,
    documentNumber: `${desk.story.series}契第41号`,
    concludedOn: desk.day,
    countersignedBy: '代表取締役 阿蘇 一郎',
  });
  desk.tell(`秘密保持契約を締結しました（${name}）。`);
}

function draft(desk: Desk, { vendorId, cloudServiceId }: Candidate): Promise<Contract> {
  return desk.office.who('procurement').client.post<Contract>(desk.path('/contracts'), {
    title: `${desk.story.system}導入及び運用業務委託契約`,
    vendorId,
    cloudServiceId,
    from: '2026-12-15',
    until: '2027-03-31',
    amount: '4620000',
    jurisdiction: desk.story.court,
  });
}

async function fillClauses(desk: Desk, id: string): Promise<void> {
  const { client } = desk.office.who('procurement');
  const path = `/v1/contracts/${id}/clauses`;
  const { version, items } = await client.get<Clauses>(path);
  const filled = clauseValues(desk);
  const clauses = items.map(({ clauseId }) => ({
    ...{ clauseId, decision: 'included' },
    values: filled[clauseId] ?? {},
  }));
  await client.put(path, { clauses }, version);
}

async function sign(desk: Desk, id: string): Promise<void> {
  const { version } = await showGaps(desk, id);
  const manager = desk.office.who('section-manager');
  const signature = {
    signedOn: desk.day,
    documentNumber: `${desk.story.series}契第42号`,
    bodySignatory: desk.story.signatory,
    vendorSignatory: '代表取締役 阿蘇 一郎',
  };
  await manager.client.post(`/v1/contracts/${id}/signature`, signature, version);
  desk.tell(`契約に署名しました（${manager.name}）。`);
}

async function showGaps(desk: Desk, id: string): Promise<Coverage> {
  const { client } = desk.office.who('procurement');
  const coverage = await client.get<Coverage>(`/v1/contracts/${id}/coverage`);
  const { included, missing } = coverage.counts;
  desk.tell(`条項の網羅: 記載済み ${String(included)} 件、不足 ${String(missing)} 件`);
  for (const { remedy } of coverage.gaps.slice(0, 3)) desk.tell(`  ✗ ${remedy.ja}`);
  return coverage;
}
