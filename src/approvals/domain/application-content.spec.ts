import { describe, expect, it } from 'vitest';
import { canonicalJson } from '../../shared/domain/canonical-json.js';
import {
  materialOf,
  ruleFaults,
  socialMediaFaults,
  type ApplicationContent,
} from './application-content.js';

const CLOUD: ApplicationContent = {
  cloudServiceId: 'service',
  purpose: '広報',
  usersScope: '職員3名',
  ruleDocumentId: null,
  termsSnapshotId: null,
  riskAcceptance: null,
  account: null,
  permittedContent: null,
};
const SOCIAL_MEDIA: ApplicationContent = {
  ...CLOUD,
  ruleDocumentId: 'procedure',
  account: '町公式',
  permittedContent: '催しの案内',
};

describe('what is said of an account', () => {
  it.each<[string, boolean, ApplicationContent, string[]]>([
    ['all of it for social media', true, SOCIAL_MEDIA, []],
    [
      'nothing for social media',
      true,
      CLOUD,
      ['#/account', '#/permittedContent', '#/ruleDocumentId'],
    ],
    ['no account', true, { ...SOCIAL_MEDIA, account: null }, ['#/account']],
    [
      'no permitted content',
      true,
      { ...SOCIAL_MEDIA, permittedContent: null },
      ['#/permittedContent'],
    ],
    ['no procedure', true, { ...SOCIAL_MEDIA, ruleDocumentId: null }, ['#/ruleDocumentId']],
    ['nothing for another service', false, CLOUD, []],
    ['a rule document for another service', false, { ...CLOUD, ruleDocumentId: 'rules' }, []],
    ['all of it for another service', false, SOCIAL_MEDIA, ['#/account', '#/permittedContent']],
  ])('%s', (_, isSocialMedia, content, pointers) => {
    const faults = socialMediaFaults(isSocialMedia, content);
    expect(faults.map(({ pointer }) => pointer)).toEqual(pointers);
  });
});

describe('a rule document to follow', () => {
  const procedure = {
    kinds: ['operating-procedures', 'social-media-procedure'],
    effectiveFrom: '2026-04-01',
    effectiveUntil: '2026-11-21',
  };

  it.each<[string, boolean, object, number]>([
    ['a procedure on its last day', true, {}, 0],
    ['a procedure on its first day', true, { effectiveFrom: '2026-11-21' }, 0],
    ['a procedure without a last day', true, { effectiveUntil: null }, 0],
    ['one that has ended', true, { effectiveUntil: '2026-11-20' }, 1],
    ['one that is to come', true, { effectiveFrom: '2026-11-22', effectiveUntil: null }, 1],
    ['no procedure', true, { kinds: ['operating-procedures'] }, 1],
    ['no procedure, for another service', false, { kinds: ['cloud-use-rules'] }, 0],
    ['one that has ended, for another service', false, { effectiveUntil: '2026-11-20' }, 1],
  ])('%s', (_, isSocialMedia, given, faults) => {
    const document = { ...procedure, ...given };
    expect(ruleFaults(isSocialMedia, document, '2026-11-21')).toHaveLength(faults);
  });
});

describe('what an approval is bound to', () => {
  it('is for other services what it was before accounts were asked for', () => {
    expect(canonicalJson(materialOf(CLOUD))).toBe(
      '{"cloudServiceId":"service","purpose":"広報","riskAcceptance":null,"ruleDocumentId":null,"termsSnapshotId":null,"usersScope":"職員3名"}',
    );
  });

  it('is for social media the account, the permitted content and the procedure too', () => {
    expect(materialOf(SOCIAL_MEDIA)).toEqual(SOCIAL_MEDIA);
  });
});
