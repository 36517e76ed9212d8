import type { Desk } from '../desk.js';
import { handInDue, handInOnOccasion } from './reports.js';

/** The record of inspection that acceptance rests on. */
const ACCEPTANCE = 'acceptance';

/** Accepts the work, sees everything erased, and closes the engagement. */
export async function close(desk: Desk, contractId: string): Promise<void> {
  desk.step('検収、消去の証明及び終了');
  await desk.itIs('2027-04-09');
  const manager = desk.office.who('section-manager');
  await desk.move(manager, 'accepting');
  await handInDue(desk);
  await handInOnOccasion(desk, 'end', ['2026-12-15', '2027-03-31']);
  await desk.file(({ phase }, kind) => phase === 'end' && kind === ACCEPTANCE);
  await desk.move(manager, 'accepted');
  await desk.refusedMove(manager, 'closed');
  await desk.file(({ phase }) => phase === 'end');
  const { version } = await manager.client.get<{ version: string }>(`/v1/contracts/${contractId}`);
  const end = { endedOn: '2027-03-31', reason: 'completed' };
  await manager.client.post(`/v1/contracts/${contractId}/end`, end, version);
  await desk.move(manager, 'closed');
  await desk.ledger();
}
