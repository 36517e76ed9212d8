import { Get } from '@nestjs/common';
import { METHOD_METADATA } from '@nestjs/common/internal';
import { DiscoveryService, MetadataScanner, ModulesContainer } from '@nestjs/core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PERMISSIONS } from '../../src/shared/authorization/permissions.js';
import { REQUIRES } from '../../src/shared/http/requires.decorator.js';
import { TestService } from '../support/api.js';
import { OPERATIONS } from '../support/operations.js';

const PUBLIC = [
  'acceptInvitation',
  'beginProviderSignIn',
  'checkLiveness',
  'checkReadiness',
  'readInvitation',
  'readSecurityContact',
  'refreshSession',
  'requestSecurityKey',
  'showAnswerPage',
  'signIn',
  'signInWithProvider',
  'signInWithSecurityKey',
  'takeAnswerForm',
];

let service: TestService;
let requirements: Map<string, unknown>;

beforeAll(async () => {
  service = await TestService.start();
  const discovery = new DiscoveryService(service.app.get(ModulesContainer));
  const prototypes = discovery
    .getControllers()
    .map(({ metatype }) => metatype?.prototype as object);
  requirements = new Map(prototypes.flatMap(routesOf));
});
afterAll(() => service.stop());

/** The handlers of a controller, each with what it requires. */
function routesOf(prototype: object): [string, unknown][] {
  return new MetadataScanner().getAllMethodNames(prototype).flatMap((name) => {
    const handler = (prototype as Record<string, object>)[name];
    if (handler === undefined || !Reflect.hasMetadata(METHOD_METADATA, handler)) return [];
    return [[name, Reflect.getMetadata(REQUIRES, handler)]];
  });
}

describe('every route', () => {
  it('declares what it requires', () => {
    const naked = [...requirements].filter(([, requirement]) => requirement === undefined);

    expect(requirements.size).toBeGreaterThan(9);
    expect(naked).toEqual([]);
  });

  it('requires something there is', () => {
    const known: unknown[] = [...PERMISSIONS, 'public', 'signed-in', 'credential'];
    const unknown = [...requirements].filter(([, requirement]) => !known.includes(requirement));

    expect(unknown).toEqual([]);
  });

  it('is closed to the public but for a few', () => {
    const open = [...requirements].filter(([, requirement]) => requirement === 'public');

    expect(open.map(([name]) => name).sort()).toEqual(PUBLIC);
  });

  it('is in the contract with the permission it requires', () => {
    const documented = OPERATIONS.map(({ id, permission }) => [id, permission] as const);

    expect(new Map(documented)).toEqual(requirements);
  });

  it('would be found without its declaration', () => {
    class Naked {
      list(): string {
        return '';
      }
    }
    const descriptor = Object.getOwnPropertyDescriptor(Naked.prototype, 'list') ?? {};
    Get()(Naked.prototype, 'list', descriptor);

    expect(routesOf(Naked.prototype)).toEqual([['list', undefined]]);
  });
});
