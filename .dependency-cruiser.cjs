/** Features, lowest first. A feature may import only features on an earlier line, and only through their index.ts. */
const LEVELS = [
  ['audit-trail', 'outbox'],
  ['files', 'policies'],
  ['organizations'],
  ['firms'],
  ['vendors', 'duties'],
  ['identity'],
  ['notifications'],
  ['deadlines'],
  ['engagements'],
  ['exceptions'],
  ['assessments', 'findings'],
  ['contracts'],
  ['approvals'],
  ['subcontracting'],
  ['reporting'],
  ['incidents', 'audits'],
  ['closure'],
  ['register', 'transfer'],
  ['sample'],
];

const upward = LEVELS.map((level, i) => ({
  name: `no-upward-import-from-${level.join('-or-')}`,
  severity: 'error',
  from: { path: `^src/(${level.join('|')})/` },
  to: { path: `^src/(${LEVELS.slice(i).flat().join('|')})/`, pathNot: '^src/$1/' },
}));

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    ...upward,
    {
      name: 'every-feature-has-a-rank',
      comment: 'A folder that stands on no line above would escape the rules on upward imports.',
      severity: 'error',
      from: {},
      to: {
        path: '^src/[^/]+/',
        pathNot: `^src/(shared|sample|demo|tools|${LEVELS.flat().join('|')})/`,
      },
    },
    { name: 'no-circular', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'features-meet-at-index',
      severity: 'error',
      from: { path: '^src/([^/]+)/', pathNot: '^src/shared/' },
      to: {
        path: '^src/[^/]+/',
        pathNot: ['^src/$1/', '^src/shared/', '^src/[^/]+/index\\.ts$'],
      },
    },
    {
      name: 'application-enters-features-at-index',
      severity: 'error',
      from: { path: '^src/[^/]+\\.ts$', pathNot: '^src/metadata\\.ts$' },
      to: { path: '^src/[^/]+/', pathNot: ['^src/shared/', '^src/[^/]+/index\\.ts$'] },
    },
    {
      name: 'domain-is-pure',
      severity: 'error',
      from: { path: '^src/([^/]+)/domain/', pathNot: '\\.spec\\.ts$' },
      // Types of a lower feature are facts a rule is given; they leave nothing at run time.
      to: {
        pathNot: ['^src/$1/domain/', '^src/shared/domain/'],
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'only-persistence-files-touch-typeorm',
      severity: 'error',
      from: {
        path: '^src/',
        pathNot: ['\\.(entity|repository|module)\\.ts$', '^src/shared/persistence/', '^src/tools/'],
      },
      to: { path: 'node_modules/(typeorm|@nestjs/typeorm)/' },
    },
    {
      name: 'shared-knows-no-feature',
      comment: 'The writer of the contract starts the whole application to describe it.',
      severity: 'error',
      from: { path: '^src/shared/', pathNot: '^src/shared/openapi/write\\.ts$' },
      to: { path: '^src/', pathNot: '^src/shared/' },
    },
    {
      name: 'demo-is-a-client',
      comment: 'The demo speaks to the service over HTTP, as any other system would.',
      severity: 'error',
      from: { path: '^src/demo/' },
      to: { path: '^src/', pathNot: ['^src/demo/', '^src/shared/domain/'] },
    },
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
  },
};
