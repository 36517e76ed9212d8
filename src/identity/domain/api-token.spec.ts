import { describe, expect, it } from 'vitest';
import { InvalidInput } from '../../shared/domain/domain-error.js';
import { refuseTerm } from './api-token.js';

const TODAY = '2026-11-21';

describe('a token', () => {
  it.each(['2026-11-21', '2027-03-31', '2027-11-21'])('may end on %s', (expiresOn) => {
    expect(() => {
      refuseTerm(expiresOn, TODAY);
    }).not.toThrow();
  });

  it.each(['2026-11-20', '2027-11-22', '9999-12-31'])('may not end on %s', (expiresOn) => {
    expect(() => {
      refuseTerm(expiresOn, TODAY);
    }).toThrow(InvalidInput);
  });
});
