import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { TIMEOUTS } from '../http/http-options.js';
import { ConfigurationRefused, readConfig } from './config.js';

const SERVER = 'postgres://app@db.example/mitodoke';

describe('readConfig', () => {
  it('starts on the embedded database when nothing is said', () => {
    expect(readConfig({})).toEqual({
      production: false,
      host: '127.0.0.1',
      port: 3000,
      logLevel: 'info',
      http: {
        rateLimits: { address: 600, credential: 300, signIn: 30, heavy: 60 },
        trustedProxies: [],
        corsOrigins: [],
        timeouts: TIMEOUTS,
      },
      database: { kind: 'embedded', folder: 'data' },
      dataFolder: 'data',
      files: { folder: 'data/files', maxBytes: 52_428_800 },
      movableClock: false,
      publicUrl: 'http://localhost:3000',
    });
  });

  it('reads the committed example as the defaults', () => {
    const example = readFileSync('.env.example', 'utf8')
      .split('\n')
      .filter((line) => line.includes('=') && !line.startsWith('#'))
      .map((line) => line.split('=') as [string, string]);
    expect(example.length).toBeGreaterThan(5);
    expect(readConfig(Object.fromEntries(example))).toEqual(readConfig({}));
  });

  it('uses one sign-in for both purposes unless the owner has its own', () => {
    expect(readConfig({ DATABASE_URL: SERVER }).database).toMatchObject({ ownerUrl: SERVER });
    const own = { DATABASE_URL: SERVER, DATABASE_OWNER_URL: 'postgresql://owner@db.example/m' };
    expect(readConfig(own).database).toEqual({
      kind: 'server',
      url: SERVER,
      ownerUrl: 'postgresql://owner@db.example/m',
      poolSize: 10,
    });
  });

  it('refuses the embedded database in production unless it is allowed', () => {
    const production = { NODE_ENV: 'production' };
    expect(() => readConfig(production)).toThrow(ConfigurationRefused);
    expect(readConfig({ ...production, ALLOW_EMBEDDED_DATABASE: 'true' }).database.kind).toBe(
      'embedded',
    );
  });

  it('loads the packs of a folder of the body where one is named', () => {
    expect(readConfig({ POLICY_PACKS_DIR: '/packs' }).policyPacks).toBe('/packs');
    expect(readConfig({ POLICY_PACKS_DIR: '' }).policyPacks).toBeUndefined();
  });

  it('refuses keys of its own on a production server, and names all that are missing', () => {
    const production = { NODE_ENV: 'production', DATABASE_URL: SERVER };
    const keys = { TRAIL_SIGNING_KEY: '/run/secrets/trail.pem', SECRETS_KEY: '/run/secrets/keys' };
    for (const name of Object.keys(keys)) {
      expect(() => readConfig(production)).toThrow(name);
      expect(() => readConfig({ ...production, ...keys, [name]: undefined })).toThrow(name);
    }
    const config = readConfig({ ...production, ...keys });
    expect(config.trailSigningKey).toBe('/run/secrets/trail.pem');
    expect(config.secretsKey).toBe('/run/secrets/keys');
  });

  it('is reached under its own port unless an origin is named', () => {
    expect(readConfig({ PORT: '8080' }).publicUrl).toBe('http://localhost:8080');
    const named = readConfig({ PUBLIC_URL: 'https://mitodoke.machi.example' });
    expect(named.publicUrl).toBe('https://mitodoke.machi.example');
    for (const odd of ['mitodoke.machi.example', 'https://machi.example/path', 'ftp://machi']) {
      expect(() => readConfig({ PUBLIC_URL: odd })).toThrow('PUBLIC_URL');
    }
  });

  it('reads what the edge is told', () => {
    const { http } = readConfig({
      RATE_LIMIT_ADDRESS: '6000',
      TRUSTED_PROXIES: '10.0.0.5, 2001:db8::/32',
      CORS_ORIGINS: 'https://app.example,http://localhost:5173',
      PUBLIC_URL: 'https://mitodoke.example/',
      SECURITY_CONTACT: 'mailto:security@town.example',
    });
    expect(http).toMatchObject({
      rateLimits: { address: 6000 },
      trustedProxies: ['10.0.0.5', '2001:db8::/32'],
      corsOrigins: ['https://app.example', 'http://localhost:5173'],
      publicUrl: 'https://mitodoke.example',
      securityContact: 'mailto:security@town.example',
    });
  });

  it.each([
    ['RATE_LIMIT_ADDRESS', '0'],
    ['RATE_LIMIT_CREDENTIAL', '-1'],
    ['RATE_LIMIT_HEAVY', '1.5'],
    ['RATE_LIMIT_SIGN_IN', 'none'],
    ['TRUSTED_PROXIES', 'proxy.example'],
    ['TRUSTED_PROXIES', '10.0.0.5,'],
    ['TRUSTED_PROXIES', '0.0.0.0/0'],
    ['TRUSTED_PROXIES', '10.0.0.0/33'],
    ['CORS_ORIGINS', '*'],
    ['CORS_ORIGINS', 'null'],
    ['CORS_ORIGINS', 'https://*.example'],
    ['CORS_ORIGINS', 'https://app.example/'],
    ['CORS_ORIGINS', 'https://App.example'],
    ['CORS_ORIGINS', 'https://app.example:443'],
    ['PUBLIC_URL', 'mitodoke.example'],
    ['SECURITY_CONTACT', 'security@town.example'],
    ['SECURITY_CONTACT', 'mailto:a@town.example\r\nCanonical: https://evil.example'],
  ])('refuses %s=%s', (name, value) => {
    expect(() => readConfig({ [name]: value })).toThrow(name);
  });

  it('keeps files in a folder, or in a bucket with the folder for those under way', () => {
    expect(readConfig({ DATA_DIR: '/srv/m' }).files.folder).toBe('/srv/m/files');
    const bucket = { FILES_S3_BUCKET: 'evidence', FILES_S3_ENDPOINT: 'http://minio:9000' };
    expect(readConfig({ ...bucket, FILES_DIR: '/tmp/m', FILE_MAX_BYTES: '1000' }).files).toEqual({
      folder: '/tmp/m',
      bucket: { name: 'evidence', region: 'ap-northeast-1', endpoint: 'http://minio:9000' },
      maxBytes: 1000,
    });
  });

  it('scans where a scanner is named', () => {
    expect(readConfig({ CLAMD_HOST: 'clamd' }).files.scanner).toEqual({
      host: 'clamd',
      port: 3310,
    });
  });

  it('lets nobody move the clock in production', () => {
    const movable = { MOVABLE_CLOCK: 'true', DATABASE_URL: SERVER };
    expect(readConfig(movable).movableClock).toBe(true);
    const keys = { TRAIL_SIGNING_KEY: '/run/secrets/trail.pem', SECRETS_KEY: '/run/secrets/keys' };
    const production = { NODE_ENV: 'production', ...keys };
    expect(readConfig({ ...movable, ...production }).movableClock).toBe(false);
  });

  it('names every fault at once', () => {
    const wrong = {
      PORT: 'eighty',
      DATABASE_URL: 'mysql://db',
      LOG_LEVEL: 'loud',
      FILE_MAX_BYTES: '50M',
    };
    try {
      readConfig(wrong);
      expect.unreachable();
    } catch (error) {
      const { faults } = error as ConfigurationRefused;
      for (const name of Object.keys(wrong)) expect(faults.join('\n')).toContain(name);
    }
  });
});
