import type { INestApplicationContext } from '@nestjs/common';
import { Founding, type BodyPlan } from './organizations/index.js';
import { SAMPLE_TOWN, SAMPLE_UNION } from './sample/index.js';
import { BusinessClock } from './shared/time/clock.js';

/** Bodies that a parent process may ask for. */
const SAMPLES: Readonly<Record<string, BodyPlan>> = { town: SAMPLE_TOWN, union: SAMPLE_UNION };

/**
 * Lets the parent process move the business clock over the channel between the two, so that a demo
 * sees a year pass in a minute, and set up sample bodies on the day it wants. There is no route for either,
 * and in production no channel.
 */
export function followParent(app: INestApplicationContext, url: string): void {
  const clock = app.get(BusinessClock);
  process.on('message', (message: unknown) => {
    if (isInstant(message)) {
      clock.moveTo(new Date(message.instant));
      process.send?.({ moved: message.instant });
    }
    if (isFounding(message)) void found(app, message.found);
  });
  // The channel alone does not keep a stopped service alive.
  process.channel?.unref();
  process.send?.({ ready: url });
}

async function found(app: INestApplicationContext, name: string): Promise<void> {
  const plan = SAMPLES[name];
  if (plan === undefined) throw new Error(`There is no sample body ${name}`);
  process.send?.({ founded: await app.get(Founding).found(plan) });
}

function isFounding(message: unknown): message is { readonly found: string } {
  return typeof message === 'object' && message !== null && 'found' in message;
}

function isInstant(message: unknown): message is { readonly instant: string } {
  const isOne = typeof message === 'object' && message !== null && 'instant' in message;
  return isOne && !Number.isNaN(Date.parse(String(message.instant)));
}
