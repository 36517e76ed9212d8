import type { Desk } from '../desk.js';
import { AT_THE_END } from '../papers.js';
import { handIn, handInDue, openReport } from './reports.js';

/** Accepts the work, sees everything erased, and closes the engagement. */
export async function close(desk: Desk, contractId: string): Promise<void> {
  desk.step('検収、消去の証明及び終了');
  await desk.itIs('2027-04-09');
  const manager = desk.office.who('section-manager');
  await desk.move(manager, 'accepting');
  await handInDue(desk);
  for (const kind of ['R11', 'R12']) {
    await handIn(desk, await openReport(desk, kind, ['2026-12-15', '2027-03-31']));
  }
  await desk.file(AT_THE_END.filter(({ kind }) => kind === 'acceptance'));
  await desk.move(manager, 'accepted');
  await desk.refusedMove(manager, 'closed');
  await desk.file(AT_THE_END.filter(({ kind }) => kind !== 'acceptance'));
  const { version } = await manager.client.get<{ version: string }>(`/v1/contracts/${contractId}`);
  const end = { endedOn: '2027-03-31', reason: 'completed' };
  await manager.client.post(`/v1/contracts/${contractId}/end`, end, version);
  await desk.move(manager, 'closed');
  await desk.ledger();
}
