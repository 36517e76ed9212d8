import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import { PackFolders } from '../../test/policies/pack-folders.js';
import { readPack } from './pack-files.js';

const TOWN = 'town/pack.yaml';
const ARTICLES = 'town/articles.yaml';
const BASE = 'base/pack.yaml';
const LIBRARY = 'base/library.yaml';

let packs: PackFolders;

beforeEach(async () => {
  packs = await PackFolders.copy();
});

afterEach(() => packs.remove());

/** What is wrong, the file, what is replaced by what, what stands on the reported line, the reason. */
type Case = readonly [string, string, string, string, string, RegExp];

// prettier-ignore
const FORM: readonly Case[] = [
  ['a syntax error', TOWN, '  type: town', '  type: "town" x', 'type: "town"', /^not usable YAML: /],
  ['a syntax error that upsets all that follows', ARTICLES, 'en: Add the clause to the contract. }', 'en: Add the {{clause}} to the contract. }', '{{clause}}', /^not usable YAML: /],
  ['a second document', ARTICLES, 'reports:', '---\nreports:', '---', /multiple documents/],
  ['an unknown tag', TOWN, 'type: town', 'type: !town town', 'type: !town', /Unresolved tag/],
  ['a tag of YAML 1.1', TOWN, 'type: town', 'type: !!binary dG93bg==', 'type: !!binary', /Unresolved tag/],
  ['a field given twice', TOWN, '  type: town', '  type: town\n  type: city', 'type: city', /the field is given twice/],
  ['an alias without its anchor', TOWN, 'type: town', 'type: *nothing', '*nothing', /Unresolved alias/],
  ['a character that no document carries', TOWN, 'ja: 見本町, en: Sample town', 'ja: "見本\\0町", en: Sample town', 'Sample town', /control characters/],
  ['half a character', TOWN, 'en: Sample Town', 'en: "Sample \\uD842"', 'name:', /lone surrogates/],
  ['an unknown section', ARTICLES, 'ruleDocumentKinds:', 'ruleKinds: []\nruleDocumentKinds:', 'ruleKinds', /unknown field "ruleKinds"/],
  ['an unknown field', BASE, 'abbreviation: CISO', 'abbreviation: CISO\n    colour: red', 'colour', /unknown field "colour"/],
  ['an unknown field deep inside', LIBRARY, 'unit: { ja: 日,', 'unit: { fr: jours, ja: 日,', 'fr: jours', /unknown field "fr"/],
  ['an unknown field named by a number', TOWN, '  type: town', '  type: town\n  2: x', '2: x', /unknown field "2"/],
  ['a wrong type', BASE, 'reviewers: 2', 'reviewers: two', 'reviewers: two', /must be of type integer/],
  ['a wrong type where several fit', BASE, 'default: 14', 'default: {}', 'default: {}', /must be of type string or number or boolean/],
  ['a number that is too large', LIBRARY, 'weight: 3', 'weight: 4', 'weight: 4', /must be <= 3/],
  ['an id that is no token', BASE, 'id: decider', 'id: 承認（者）', '承認（者）', /wrong form: letters, digits/],
  ['a day written another way', TOWN, 'settings:', "effective:\n  printed: { ja: 令和８年策定, en: In 2026 }\n  from: '2026/6/5'\nsettings:", 'from:', /wrong form: a day such as/],
  ['a version in full-width digits', TOWN, "version: '1'", "version: '１'", 'version:', /wrong form: digits/],
  ['a name in the wrong form for a key', ARTICLES, 'key: T9-3', 'key: T9.3', 'key: T9.3', /wrong form: .* without "\."/],
  ['an empty text', TOWN, 'name: { ja: 見本町,', "name: { ja: '',", 'name: {', /must NOT have fewer than 1 characters/],
  ['a line that begins with a tab', TOWN, '  type: town', '\ttype: town', '\ttype', /begins with a tab/],
  ['a line that begins with a full-width space', ARTICLES, '    label: ９(２)', '　　label: ９(２)', '　　label', /begins with a full-width space/],
  ['a full-width colon', ARTICLES, '    label: ９(２)', '    label： ９(２)', 'label：', /colon after the name is full-width/],
  ['a text that begins with a word in braces', ARTICLES, '    label: ９(２)', '    label: {{vendor}}の選定', 'label: {{', /begins with \{\{ must be quoted/],
  ['a text with a colon', ARTICLES, '    label: ９(２)', '    label: 注意: 選定', 'label: 注意', /holds a colon and a space/],
  ['a line that stands too far left', ARTICLES, '    label: ９(２)', '   label: ９(２)', '   label: ９(２)', /^not usable YAML: /],
  ['a missing field of an obligation', ARTICLES, '        phase: before\n', '', '- owedBy: body\n        roles: [manager]\n        gate', /"phase" is missing/],
  ['a missing obligation id among several', ARTICLES, '- id: T9-2.2\n        owedBy', '- owedBy', '- owedBy: body\n        roles: [manager, ciso]', /"id" is missing/],
  ['a choice without choices', BASE, 'type: role\n    default: ciso', 'type: choice', 'id: decider', /"choices" is missing/],
  ['a missing translation', TOWN, 'name: { ja: 見本町, en: Sample Town }', 'name: { ja: 見本町 }', 'name: {', /"en" is missing/],
  ['an unknown gate', ARTICLES, 'gate: sign', 'gate: pay', 'gate: pay', /unknown value "pay"/],
  ['an unknown kind of proof', ARTICLES, 'kind: report', 'kind: rumour', 'kind: rumour', /unknown value "rumour"/],
  ['a missing id', TOWN, 'id: town', '# id', '# id', /"id" is missing/],
  ['a missing version', TOWN, "version: '1'", '', 'id: town', /"version" is missing/],
  ['an unquoted version', TOWN, "version: '1'", 'version: 1', 'version: 1', /must be of type string/],
  ['an id in another file', ARTICLES, 'reports:', 'id: town\nreports:', 'id: town', /"id" belongs in pack.yaml only/],
  ['a version in another file', ARTICLES, 'reports:', "version: '1'\nreports:", "version: '1'", /"version" belongs in pack.yaml only/],
  ['a parent in another file', ARTICLES, 'reports:', 'extends: base@1\nreports:', 'extends', /"extends" belongs in pack.yaml only/],
];

// prettier-ignore
const WHOLE: readonly Case[] = [
  ['an id given twice in a pack', BASE, 'settings:', 'recordKinds:\n  - id: build-check\nsettings:', '- id: build-check', /"recordKinds\/build-check" is given twice/],
  ['two articles with one key', ARTICLES, 'key: T9-3', 'key: T9-2', 'key: T9-2', /"articles\/T9-2" is given twice/],
  ['a word given twice in a pack', BASE, 'roles:\n', 'vocabulary: { vendor: { ja: 業者, en: firm } }\nroles:\n', 'vendor:', /"vocabulary\/vendor" is given twice/],
  ['a field nobody gives', TOWN, '  - id: certificate-days', '  - id: report-days\n    type: integer', 'id: report-days', /"label" is missing/],
  ['a field that the child leaves as it is', BASE, 'maximum: 60', 'article: T9-9', 'T9-9', /unknown article "T9-9"/],
  ['a parent that is not there', TOWN, 'base@1', 'base@99', 'extends', /no pack "base@99"/],
  ['a pack that extends itself', TOWN, 'base@1', 'town@1', 'extends', /"town@1" extends itself/],
  ['a circle of packs', BASE, 'title: {', 'extends: town@1\ntitle: {', 'extends', /"town@1" extends itself/],
];

// prettier-ignore
const MEANING: readonly Case[] = [
  ['document', ARTICLES, 'label: ９(１)\n    document: standards', 'label: ９(１)\n    document: rules', 'document: rules', /unknown document "rules"/],
  ['class of a segment', TOWN, "admits: ['1']", "admits: ['3A']", 'id: internet', /unknown class "3A"/],
  ['article of a role', BASE, 'duties: [permit-exceptions]', 'article: X1\n    duties: [permit-exceptions]', 'article: X1', /unknown article "X1"/],
  ['role of an obligation', ARTICLES, 'roles: [manager, ciso]', 'roles: [manager, ghost]', 'ghost', /unknown role "ghost"/],
  ['article of a regime', BASE, 'when: { all: [outsourcing] }', 'article: T9-9\n    when: { all: [outsourcing] }', 'T9-9', /unknown article "T9-9"/],
  ['applicant', BASE, 'applicantRoles: [manager]', 'applicantRoles: [ghost]', 'ghost', /unknown role "ghost"/],
  ['decider', BASE, 'deciderRoles: [ciso]', 'deciderRoles: [ghost]', 'ghost', /unknown role "ghost"/],
  ['recipient of a report', ARTICLES, 'recipientRoles: [manager]', 'recipientRoles: [ghost]', 'ghost', /unknown role "ghost"/],
  ['role as a default', BASE, 'default: ciso', 'default: ghost', 'ghost', /unknown role "ghost"/],
  ['setting of a due date', ARTICLES, 'setting: certificate-days', 'setting: days', 'setting: days', /unknown setting "days"/],
  ['setting of a report', ARTICLES, 'dueSetting: certificate-days', 'dueSetting: days', 'dueSetting', /unknown setting "days"/],
  ['clause of a proof', ARTICLES, 'of: [erasure]', 'of: [deletion]', 'deletion', /unknown clause "deletion"/],
  ['clause of a report', ARTICLES, 'clause: erasure', 'clause: deletion', 'deletion', /unknown clause "deletion"/],
  ['report of a proof', ARTICLES, 'of: [completion]', 'of: [monthly]', 'monthly', /unknown report "monthly"/],
  ['record kind of a proof', ARTICLES, 'of: [build-check]', 'of: [build]', 'of: [build]', /unknown record kind "build"/],
  ['rule-document kind of a proof', ARTICLES, 'kind: record, of: [build-check]', 'kind: rule-document, of: [rules]', 'rules]', /unknown rule-document kind "rules"/],
  ['article of a report', ARTICLES, 'articles: [T9-2]', 'articles: [T9-9]', 'T9-9', /unknown article "T9-9"/],
  ['article of a rule document', ARTICLES, 'article: T9-1', 'article: T9-9', 'T9-9', /unknown article "T9-9"/],
  ['article of a criterion', LIBRARY, 'articles: []\n    pointers', 'articles: [T9-9]\n    pointers', 'T9-9', /unknown article "T9-9"/],
  ['article of a clause', LIBRARY, 'en: Erasure }\n    articles: []', 'en: Erasure }\n    articles: [T9-9]', 'T9-9', /unknown article "T9-9"/],
  ['article of a setting', TOWN, 'default: 30', 'article: T9-9', 'T9-9', /unknown article "T9-9"/],
  ['mark', ARTICLES, 'all: [important]', 'all: [secret]', 'secret', /unknown fact "secret"/],
  ['regime in a condition', LIBRARY, 'regime:outsourcing', 'regime:cloud', 'regime:cloud', /unknown fact "regime:cloud"/],
  ['tier in a condition', LIBRARY, 'tier:upper', 'tier:top', 'tier:top', /unknown fact "tier:top"/],
  ['fact of a regime', BASE, '[cloud, classified]', '[cloud, secret]', 'secret', /unknown fact "secret"/],
  ['fact of a tier', BASE, 'stoppage-intolerable]', 'stoppage]', 'stoppage]', /unknown fact "stoppage"/],
  ['fact of a clause', LIBRARY, 'when: {}', 'when: { any: [secret] }', 'secret', /unknown fact "secret"/],
  ['fact of a required clause', LIBRARY, 'requiredWhen: { all: [personal', 'requiredWhen: { all: [my', 'requiredWhen', /unknown fact "my-information"/],
  ['fact of a report', ARTICLES, 'when: {}', 'when: { none: [secret] }', 'secret', /unknown fact "secret"/],
  ['word', ARTICLES, 'ja: 契約に条項を加える。', "ja: '{{contract}}に条項を加える。'", '{{contract}}', /unknown word "contract"/],
  ['word in English', LIBRARY, 'en: Build confirmation', "en: 'Build confirmation of the {{firm}}'", '{{firm}}', /unknown word "firm"/],
  ['role to map onto', BASE, 'abbreviation: SISM', 'abbreviation: SISM\n    mappedTo: ghost', 'mappedTo', /unknown role "ghost"/],
  ['segment of a split', TOWN, 'settings:', 'segmentSplit: { between: [lgwan, cloud], sanitised: true }\nsettings:', 'segmentSplit', /unknown segment "cloud"/],
  ['fact of a knock-out', LIBRARY, 'knockOut: { all: [personal-information] }', 'knockOut: { none: [x] }', 'knockOut', /unknown fact "x"/],
];

// prettier-ignore
const CONTRADICTIONS: readonly Case[] = [
  ['a regime that rests on a regime', BASE, 'all: [outsourcing]', 'all: [regime:cloud-classified]', 'when: { all: [regime', /decided only after/],
  ['a tier that rests on a tier', BASE, 'any: [regime:cloud-classified, stop', 'any: [tier:lower, stop', 'tier:lower', /decided only after/],
  ['a last tier with a condition', BASE, 'when: {}', 'when: { all: [cloud] }', 'when: { all: [cloud] }', /last tier/],
  ['a proof that cannot be narrowed', ARTICLES, 'kind: report, of', 'kind: audit, of', 'kind: audit', /"audit" cannot be narrowed/],
  ['an article with neither', ARTICLES, '    none: {', '    # {', 'key: T9-3', /neither obligations nor/],
  ['an article with both', ARTICLES, 'in the contract. }\n', 'in the contract. }\n    none: { ja: なし, en: none }\n', 'none: { ja: なし', /both obligations and/],
  ['an obligation of another article', ARTICLES, 'id: T9-2.2', 'id: T9-1.2', 'T9-1.2', /"T9-1.2" is not of the form "T9-2.<number>"/],
  ['one of several obligations with the bare key', ARTICLES, 'id: T9-2.2', 'id: T9-2', 'id: T9-2\n        owedBy', /is not of the form/],
  ['an obligation given twice', ARTICLES, 'id: T9-2.2', 'id: T9-2.1', 'id: T9-2.1\n        owedBy: body', /"T9-2.1" is given twice/],
  ['a word that names another', LIBRARY, 'ja: 緊急時対応計画', "ja: '{{vendor}}の計画'", '{{vendor}}', /a word cannot name another word/],
  ['a role mapped onto itself', BASE, 'abbreviation: SISM', 'abbreviation: SISM\n    mappedTo: manager', 'mappedTo', /"manager" gives way to another itself/],
  ['a role mapped onto one that gives way', BASE, 'regimes:', '  - { id: clerk, abbreviation: CL, label: { ja: 係, en: Clerk }, duties: [], mappedTo: chief }\n  - { id: chief, abbreviation: CH, label: { ja: 長, en: Chief }, duties: [], mappedTo: ciso }\nregimes:', '{ id: clerk', /"chief" gives way to another itself/],
  ['a day in force that is not the printed one', TOWN, 'settings:', "effective:\n  printed: { ja: 令和８年６月５日策定, en: 5 June 2026 }\n  from: '2026-06-06'\nsettings:", 'from:', /"2026-06-06" is not the printed day/],
  ['a day in force that the calendar lacks', TOWN, 'settings:', "effective:\n  printed: { ja: 令和８年策定, en: In 2026 }\n  from: '2026-02-30'\nsettings:", 'from:', /there is no day "2026-02-30"/],
  ['a day in force beside the day of publication', TOWN, 'settings:', "effective: { printed: { ja: 公布, en: P }, from: '2026-02-03', onPublication: true }\nsettings:", 'effective:', /must NOT be valid/],
  ['a due day by a setting that holds no days', ARTICLES, 'dueSetting: certificate-days', 'dueSetting: decider', 'dueSetting', /holds no number of days/],
  ['a split of one segment', TOWN, 'settings:', 'segmentSplit: { between: [lgwan], sanitised: true }\nsettings:', 'between', /must NOT have fewer than 2 items/],
  ['a parameter given twice', LIBRARY, '      - id: way', '      - { id: days, label: { ja: 日, en: d }, type: text, required: true }\n      - id: way', '{ id: days', /"days" is given twice/],
  ['a class given twice', TOWN, "{ id: '1', label: { ja: 可用性１", "{ id: '2', label: { ja: 可用性１", '可用性１', /"2" is given twice/],
  ['an undeclared placeholder in Japanese', LIBRARY, '方法は{way}とする。', '方法は{way}、{place}とする。', '{place}', /"{place}" is not a declared parameter/],
  ['an undeclared placeholder in English', LIBRARY, 'The way is {way}.', 'The way is {way} at {place}.', '{place}', /"{place}" is not a declared parameter/],
  ['a parameter that Japanese does not print', LIBRARY, '方法は{way}とする。', '方法は協議による。', 'ja:\n', /"way" is not printed/],
  ['a parameter that English does not print', LIBRARY, 'The way is {way}.', 'As agreed.', 'en:\n', /"way" is not printed/],
  ['a parameter default of another type', LIBRARY, 'default: 14', "default: '14'", "default: '14'", /not a value of type "integer"/],
  ['a parameter default beyond its maximum', LIBRARY, 'default: 14', 'default: 31', 'default: 31', /outside minimum and maximum/],
  ['a setting default below the minimum of the parent', TOWN, 'default: 30', 'default: 0', 'default: 0', /outside minimum and maximum/],
  ['a setting default of the child beyond the maximum of the parent', TOWN, 'default: 30', 'default: 61', 'default: 61', /outside minimum and maximum/],
];

describe('a pack is refused, with file, line and reason, for', () => {
  test.each([...FORM, ...WHOLE, ...CONTRADICTIONS])('%s', (...given) => expectRefusal(given));

  test.each(MEANING)('an unknown %s', (...given) => expectRefusal(given));

  test('a title nobody gives', async () => {
    await packs.edit(BASE, 'title: { ja: 基本, en: Base }', '');
    expect(await packs.faultsOf('base')).toMatchObject([
      { file: BASE, line: 1, reason: { en: 'the field "title" is missing' } },
    ]);
  });

  test('aliases that multiply', async () => {
    const bomb = ['&a [x, x]', '&b [*a, *a, *a, *a]', '&c [*b, *b, *b, *b]', '&d [*c, *c, *c, *c]'];
    const lines = bomb.map((text, i) => `w${String(i)}: ${text}`);
    await packs.write('town/words.yaml', `${lines.join('\n')}\nw4: [*d, *d]\n`);
    await expectOnlyFault('town/words.yaml', '*a]', /Excessive alias count/);
  });

  test('nesting without end', async () => {
    await packs.write('town/deep.yaml', `title: ${'['.repeat(100_000)}`);
    const faults = await packs.faultsOf('town');
    expect(new Set(faults.map(({ file, line }) => `${file}:${String(line)}`))).toEqual(
      new Set(['town/deep.yaml:1']),
    );
  });

  test('a file that is a list', async () => {
    await packs.write('town/list.yaml', '- a\n');
    await expectOnlyFault('town/list.yaml', '- a', /not a mapping of sections/);
  });

  test('a file larger than 2 MB', async () => {
    await packs.write('town/large.yaml', '#'.repeat(2 * 1024 * 1024 + 1));
    await expectOnlyFault('town/large.yaml', '#'.repeat(2 * 1024 * 1024 + 1), /larger than 2 MB/);
  });

  test('a folder without pack.yaml', async () => {
    await packs.rename(TOWN, 'town/town.yaml');
    expect(await packs.faultsOf('town')).toContainEqual({
      file: TOWN,
      line: 1,
      reason: { ja: 'pack.yaml がありません。', en: 'pack.yaml is missing' },
    });
  });

  async function expectRefusal([, file, from, to, at, reason]: Case): Promise<void> {
    await packs.edit(file, from, to);
    await expectOnlyFault(file, at, reason);
  }

  async function expectOnlyFault(file: string, at: string, reason: RegExp): Promise<void> {
    const [fault, ...others] = await packs.faultsOf('town');
    expect(others).toEqual([]);
    expect(fault).toMatchObject({ file, line: await packs.lineOf(file, at) });
    expect(fault?.reason.en).toMatch(reason);
    expect(fault?.reason.ja).toMatch(/[ぁ-ん]/);
  }
});

describe('the faults of a pack', () => {
  test('are all reported at once, parent and child, form and meaning, in order', async () => {
    await packs.edit(BASE, 'abbreviation: CISO', 'abbreviation: CISO\n    colour: red');
    await packs.edit(LIBRARY, 'The way is {way}.', 'As agreed.');
    await packs.edit(TOWN, 'default: 30', 'default: 61');
    await packs.edit(ARTICLES, 'roles: [manager, ciso]', 'roles: [ghost]');
    await packs.edit(ARTICLES, 'gate: sign', 'gate: pay');
    const faults = await packs.faultsOf('town');
    expect(faults.map(({ file, reason }) => [file, reason.en.slice(0, 20)])).toEqual([
      [LIBRARY, 'parameter "way" is n'],
      [BASE, 'unknown field "colou'],
      [ARTICLES, 'unknown value "pay";'],
      [ARTICLES, 'unknown role "ghost"'],
      [TOWN, 'the default is outsi'],
    ]);
  });

  test('are those of a field the child overlays as well', async () => {
    await packs.edit(BASE, 'default: 14', 'default: []');
    expect(await packs.faultsOf('town')).toHaveLength(1);
  });

  test('stand in the message, one a line, in both languages', async () => {
    await packs.edit(TOWN, 'base@1', 'base@99');
    await packs.edit(ARTICLES, 'reports:', 'id: town\nreports:');
    await expect(readPack(packs.path('town'))).rejects.toThrow(
      /^town\/articles.yaml:\d+ 「id」は.*\(.*\)\ntown\/pack.yaml:3 継承元「base@99」.*\(no pack "base@99" to extend\)$/,
    );
  });
});
