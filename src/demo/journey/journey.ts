import type { Desk } from '../desk.js';
import { approveUse } from './approve.js';
import { close } from './close.js';
import { agreeContract } from './contract.js';
import { goLive, operate } from './operate.js';
import { adoptPolicy, planEngagement, registerCandidates } from './prepare.js';
import { choose, specify } from './select.js';
import { useSocialMedia } from './social-media.js';

/**
 * One engagement from the policy to its proven end: a reservation service with personal information
 * that is not public. What is asked for on the way is read from the body's own policy.
 * @returns the contract that was agreed
 */
export async function seeThrough(desk: Desk): Promise<string> {
  await desk.itIs('2026-11-24');
  await adoptPolicy(desk);
  const candidates = await registerCandidates(desk);
  await useSocialMedia(desk);
  await planEngagement(desk);
  await specify(desk);
  const selected = await choose(desk, candidates);
  await approveUse(desk, selected);
  await desk.itIs('2026-12-10');
  const contractId = await agreeContract(desk, selected);
  await desk.itIs('2026-12-15');
  await goLive(desk, selected);
  await operate(desk);
  await close(desk, contractId);
  return contractId;
}
