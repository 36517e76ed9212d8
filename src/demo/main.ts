import { mkdir, writeFile } from 'node:fs/promises';
import { Desk } from './desk.js';
import { seeThrough } from './journey/journey.js';
import { Office } from './office.js';
import { TOWN_STORY } from './story.js';
import { ServiceProcess } from './service-process.js';

const OUT = 'out';

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

say('見届けのデモを始めます。専用のデータベースで町を一つ起こします。');
const service = await ServiceProcess.start();
try {
  const office = await Office.open(service.url, service.accounts);
  const desk = new Desk(office, TOWN_STORY, terminal, (day) => service.moveTo(day));
  const contractId = await seeThrough(desk);
  await leave(desk, contractId);
} finally {
  await service.stop();
}

/** Leaves what the journey made, as files to open. */
async function leave(desk: Desk, contractId: string): Promise<void> {
  desk.step('成果物');
  const { client } = desk.office.who('section-manager');
  const annex = `/v1/contracts/${contractId}/document?format=`;
  const files = {
    'annex.docx': `${annex}docx`,
    'annex.pdf': `${annex}pdf`,
    'cloud-services.xlsx': '/v1/register/cloud-services?format=xlsx',
    'engagements.xlsx': '/v1/register/engagements?format=xlsx',
    'reports.xlsx': '/v1/register/reports?format=xlsx',
    'chain.json': desk.path('/chain'),
    'chain.html': desk.path('/chain?format=html'),
  };
  await mkdir(OUT, { recursive: true });
  for (const [name, path] of Object.entries(files)) {
    await writeFile(`${OUT}/${name}`, await client.file(path));
    desk.tell(`${OUT}/${name}`);
  }
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
