import { describe, expect, it } from 'vitest';
import {
  addressFaults,
  assertsSecondFactor,
  isSubject,
  verifiedAddress,
} from './identity-provider.js';

describe('a second factor', () => {
  it.each([
    [{ amr: ['pwd', 'mfa'] }, ['mfa'], true],
    [{ acr: 'urn:town:mfa' }, ['mfa', 'urn:town:mfa'], true],
    [{ amr: ['pwd'] }, ['mfa'], false],
    [{ amr: 'mfa' }, ['mfa'], false],
    [{ amr: ['MFA'] }, ['mfa'], false],
    [{ amr: [null], acr: undefined }, ['mfa'], false],
    [{}, ['mfa'], false],
    [{ amr: ['mfa'] }, [], false],
  ])('asserted as %j counts among %j: %s', (claims, values, expected) => {
    expect(assertsSecondFactor(claims, values)).toBe(expected);
  });
});

describe('a subject', () => {
  it.each([
    ['248289761001', true],
    ['a'.repeat(255), true],
    ['a'.repeat(256), false],
    ['', false],
    ['a\u0000', false],
    ['職員', false],
  ])('%j can be one: %s', (sub, expected) => {
    expect(isSubject(sub)).toBe(expected);
  });
});

describe('an address', () => {
  it.each([
    [{ email: 'Soumu@Town.example', email_verified: true }, 'soumu@town.example'],
    [{ email: 'soumu@town.example', email_verified: false }, undefined],
    [{ email: 'soumu@town.example', email_verified: 'true' }, undefined],
    [{ email: 'soumu@town.example' }, undefined],
    [{ email: ['soumu@town.example'], email_verified: true }, undefined],
    [{ email_verified: true }, undefined],
    [{ email: 'a\u0000@town.example', email_verified: true }, undefined],
    [{ email: `${'a'.repeat(254)}@town.example`, email_verified: true }, undefined],
  ])('is vouched for by %j as %s', (claims, expected) => {
    expect(verifiedAddress(claims)).toBe(expected);
  });
});

describe('the addresses of a provider', () => {
  const redirectUris = ['https://app.town.example/signed-in'];

  it.each([
    ['https://idp.town.example', false, true],
    ['https://idp.town.example/realms/town', false, true],
    ['http://127.0.0.1:8080', true, true],
    ['http://localhost:8080/', true, true],
    ['http://127.0.0.1:8080', false, false],
    ['http://idp.town.example', true, false],
    ['https://idp.town.example?tenant=a', false, false],
    ['https://idp.town.example/#a', false, false],
    ['https://somebody:secret@idp.town.example', false, false],
    ['file:///etc/passwd', true, false],
    ['idp.town.example', true, false],
  ])('%s, with http on this machine allowed: %s, can be used: %s', (issuer, allowHttp, usable) => {
    const faults = addressFaults({ issuer, redirectUris }, allowHttp);

    expect(faults.map(({ pointer }) => pointer)).toEqual(usable ? [] : ['#/issuer']);
  });

  it('are each pointed at', () => {
    const issuer = 'https://idp.town.example';
    const faults = addressFaults({ issuer, redirectUris: [...redirectUris, 'x', ''] }, false);

    expect(faults.map(({ pointer }) => pointer)).toEqual(['#/redirectUris/1', '#/redirectUris/2']);
  });
});
