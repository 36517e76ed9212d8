import { describe, expect, it } from 'vitest';
import { billOf, fontComponent, type Bill, type Component } from './bill.js';
import { licenceFaults, licencesOf } from './licences.js';
import { lockFaults } from './lock-file.js';

function component(name: string, ...licenses: Component['licenses'] & object): Component {
  return { 'bom-ref': `${name}@1.0.0`, type: 'library', name, version: '1.0.0', licenses };
}

describe('the licence of a component', () => {
  it.each(['MIT', 'Apache-2.0', 'ISC', 'BSD-3-Clause', 'MPL-2.0', 'OFL-1.1'])(
    'is allowed: %s',
    (id) => {
      expect(licenceFaults([component('a', { license: { id } })])).toEqual([]);
    },
  );

  it.each([
    ['GPL-3.0-only', component('a', { license: { id: 'GPL-3.0-only' } })],
    ['AGPL-3.0-or-later', component('a', { license: { id: 'AGPL-3.0-or-later' } })],
    ['SEE LICENSE IN x', component('a', { license: { name: 'SEE LICENSE IN x' } })],
    ['(MIT AND GPL-2.0)', component('a', { expression: '(MIT AND GPL-2.0)' })],
    ['a licence without a name', component('a', { license: {} })],
  ])('is refused until somebody allows it: %s', (licence, refused) => {
    expect(licenceFaults([refused])).toEqual([`a@1.0.0 is under ${licence}`]);
  });

  it('is refused where one of several is not allowed', () => {
    const both = component('a', { license: { id: 'MIT' } }, { license: { id: 'SSPL-1.0' } });
    expect(licenceFaults([both])).toEqual(['a@1.0.0 is under SSPL-1.0']);
  });

  it('is refused where there is none', () => {
    expect(licenceFaults([component('a')])).toEqual(['a@1.0.0 names no licence']);
  });
});

describe('the bill of materials', () => {
  const made: Bill = {
    serialNumber: 'urn:uuid:1',
    metadata: { timestamp: 'now', component: { name: 'folder', 'bom-ref': 'mitodoke@0.1.0' } },
    components: [component('a', { license: { id: 'MIT' } })],
    dependencies: [{ ref: 'mitodoke@0.1.0', dependsOn: ['a@1.0.0'] }],
  };
  const font = fontComponent('Noto', 'Version 2.004-H2;hotconv 1.0', Buffer.from('font'));

  it('is the same of the same product, whenever and wherever it is made', () => {
    const later = {
      ...made,
      serialNumber: 'urn:uuid:2',
      metadata: { timestamp: 'later', component: { name: 'b', 'bom-ref': 'mitodoke@0.1.0' } },
    };
    expect(billOf(later, 'mitodoke', [font])).toEqual(billOf(made, 'mitodoke', [font]));
    expect(billOf(made, 'mitodoke', []).metadata.component.name).toBe('mitodoke');
  });

  it('names the fonts with version, licence and hash, as parts of the product', () => {
    const { components, dependencies } = billOf(made, 'mitodoke', [font]);

    expect(components[1]).toMatchObject({ name: 'Noto', version: '2.004-H2' });
    expect(licencesOf(font)).toEqual(['OFL-1.1']);
    expect(font.hashes).toMatchObject([{ content: expect.stringMatching(/^[\da-f]{64}$/) }]);
    expect(dependencies[0]?.dependsOn).toEqual(['a@1.0.0', font['bom-ref']]);
  });
});

describe('the lock file', () => {
  const locked = { version: '1.0.0', integrity: 'sha512-a' };
  const of = (entry: object): readonly string[] =>
    lockFaults({ lockfileVersion: 3, packages: { '': {}, 'node_modules/a': entry } });

  it.each([
    ['by its hash alone', locked],
    ['from the registry', { ...locked, resolved: 'https://registry.npmjs.org/a/-/a-1.0.0.tgz' }],
  ])('is exact where a package is held %s', (_, entry) => {
    expect(of(entry)).toEqual([]);
  });

  it.each([
    ['has no hash', { version: '1.0.0' }],
    ['has a weak hash', { ...locked, integrity: 'sha1-a' }],
    ['has no version', { integrity: 'sha512-a' }],
    ['is a link', { ...locked, link: true }],
    ['comes from elsewhere', { ...locked, resolved: 'https://registry.example/a.tgz' }],
    ['comes without TLS', { ...locked, resolved: 'http://registry.npmjs.org/a.tgz' }],
    ['comes from a repository', { ...locked, resolved: 'git+ssh://git@example/a.git' }],
  ])('is refused where a package %s', (_, entry) => {
    expect(of(entry)).toHaveLength(1);
  });

  it('is refused in an older form', () => {
    expect(lockFaults({ lockfileVersion: 2, packages: {} })).toHaveLength(1);
  });
});
