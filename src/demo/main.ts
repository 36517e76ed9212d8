import { mkdir, writeFile } from 'node:fs/promises';
import { Desk } from './desk.js';
import { seeThrough } from './journey/journey.js';
import { Office, type Account } from './office.js';
import { TOWN_STORY, UNION_STORY, type Story } from './story.js';
import { ServiceProcess } from './service-process.js';

/** Numbers of articles stand as the policy prints them, e.g. ９（１）①ア. */
const ARTICLE_OR_NUMERAL = /[０-９]+（[０-９]+）|([０-９])/g;

const OUT = 'out';
/** The day both bodies are set up, before the journey begins. */
const FOUNDED_ON = '2026-11-20';

let steps = 0;
const terminal = {
  step(title: string): void {
    steps += 1;
    say(`\n[${String(steps).padStart(2, '0')}] ${title}`);
  },
  tell(line: string): void {
    say(`     ${line}`);
  },
};

say('見届けのデモを始めます。専用のデータベースで、町と広域連合を一つずつ起こします。');
const service = await ServiceProcess.start();
try {
  await service.moveTo(FOUNDED_ON);
  const town = await service.found('town');
  const union = await service.found('union');
  await walk('町', town, TOWN_STORY, OUT);
  await walk(
    '広域連合（ネットワークは二区分、対策基準は非公開）',
    union,
    UNION_STORY,
    `${OUT}/union`,
  );
} finally {
  await service.stop();
}

/** Sees one engagement of a body through. */
async function walk(
  body: string,
  accounts: readonly Account[],
  story: Story,
  folder: string,
): Promise<void> {
  say(`\n■ ${body}`);
  const office = await Office.open(service.url, accounts);
  const desk = new Desk(office, story, terminal, (day) => service.moveTo(day));
  await leave(desk, await seeThrough(desk), folder);
}

/** Leaves what the journey made, as files to open. */
async function leave(desk: Desk, contractId: string, folder: string): Promise<void> {
  desk.step('成果物');
  const { client } = desk.office.who('section-manager');
  const annex = `/v1/contracts/${contractId}/document?format=`;
  const { comparisonId } = await client.get<{ comparisonId: string }>(desk.path('/selection'));
  const comparison = `/v1/comparisons/${comparisonId}?format=`;
  const files = {
    'comparison.pdf': `${comparison}pdf`,
    'comparison.xlsx': `${comparison}xlsx`,
    'annex.docx': `${annex}docx`,
    'annex.pdf': `${annex}pdf`,
    'cloud-services.xlsx': '/v1/register/cloud-services?format=xlsx',
    'engagements.xlsx': '/v1/register/engagements?format=xlsx',
    'reports.xlsx': '/v1/register/reports?format=xlsx',
    'chain.json': desk.path('/chain'),
    'chain.html': desk.path('/chain?format=html'),
  };
  await mkdir(folder, { recursive: true });
  for (const [name, path] of Object.entries(files)) {
    await writeFile(`${folder}/${name}`, await client.file(path));
    desk.tell(`${folder}/${name}`);
  }
}

/** Numerals in one width: policies print theirs full and half as their bodies do. */
function say(line: string): void {
  const shown = line.replace(ARTICLE_OR_NUMERAL, (found, numeral?: string) =>
    numeral === undefined ? found : numeral.normalize('NFKC'),
  );
  process.stdout.write(`${shown}\n`);
}
