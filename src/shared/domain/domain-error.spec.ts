import { expect, test } from 'vitest';
import { DomainError } from './domain-error.js';

class GateClosed extends DomainError {
  readonly code = 'engagement.gate-closed';
  readonly kind = 'rule-violated';
  readonly title = { ja: '閉じています', en: 'Closed' };
}

test('a refusal is named after its class and keeps what explains it', () => {
  const refusal = new GateClosed(
    { ja: '門は閉じています。', en: 'The gate is closed.' },
    { gate: 'sign' },
  );

  expect(refusal).toMatchObject({
    name: 'GateClosed',
    message: 'The gate is closed.',
    facts: { gate: 'sign' },
  });
});

test('a refusal without facts has an empty record of them', () => {
  expect(new GateClosed({ ja: '門は閉じています。', en: 'The gate is closed.' }).facts).toEqual({});
});
