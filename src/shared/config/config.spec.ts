import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ConfigurationRefused, readConfig } from './config.js';

const SERVER = 'postgres://app@db.example/mitodoke';

describe('readConfig', () => {
  it('starts on the embedded database when nothing is said', () => {
    expect(readConfig({})).toEqual({
      production: false,
      host: '127.0.0.1',
      port: 3000,
      logLevel: 'info',
      database: { kind: 'embedded', folder: 'data' },
      dataFolder: 'data',
      files: { folder: 'data/files', maxBytes: 52_428_800 },
      movableClock: false,
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

  it('refuses to sign with a key of its own on a production server', () => {
    const production = { NODE_ENV: 'production', DATABASE_URL: SERVER };
    expect(() => readConfig(production)).toThrow('TRAIL_SIGNING_KEY');
    const signed = { ...production, TRAIL_SIGNING_KEY: '/run/secrets/trail.pem' };
    expect(readConfig(signed).trailSigningKey).toBe('/run/secrets/trail.pem');
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
    const production = { NODE_ENV: 'production', TRAIL_SIGNING_KEY: '/run/secrets/trail.pem' };
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
