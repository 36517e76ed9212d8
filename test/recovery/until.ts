import { expect } from 'vitest';

/** How long something may take at most before a test gives up on it, and how often it asks. */
export const PATIENCE = { timeout: 60_000, interval: 20 };

/** Waits until a service says that it can serve. */
export async function untilReady(url: string): Promise<void> {
  await expect.poll(() => statusOf(`${url}/health/ready`), PATIENCE).toBe(200);
}

async function statusOf(url: string): Promise<number | undefined> {
  const reply = await fetch(url).catch(() => undefined);
  await reply?.arrayBuffer();
  return reply?.status;
}
