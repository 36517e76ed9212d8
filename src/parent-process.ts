import type { INestApplicationContext } from '@nestjs/common';
import type { NewAccount } from './organizations/index.js';
import { BusinessClock } from './shared/time/clock.js';

/** What the process that started this one is told once it can send requests. */
interface Readiness {
  readonly url: string;
  /** Who can sign in; empty unless the sample town was just made. */
  readonly accounts: readonly NewAccount[];
}

/**
 * Lets the parent process move the business clock over the channel between the two, so that a demo
 * sees a year pass in a minute. There is no route for it, and in production no channel.
 */
export function followParent(app: INestApplicationContext, readiness: Readiness): void {
  const clock = app.get(BusinessClock);
  process.on('message', (message: unknown) => {
    if (!isInstant(message)) return;
    clock.moveTo(new Date(message.instant));
    process.send?.({ moved: message.instant });
  });
  // The channel alone does not keep a stopped service alive.
  process.channel?.unref();
  process.send?.({ ready: readiness });
}

function isInstant(message: unknown): message is { readonly instant: string } {
  const isOne = typeof message === 'object' && message !== null && 'instant' in message;
  return isOne && !Number.isNaN(Date.parse(String(message.instant)));
}
