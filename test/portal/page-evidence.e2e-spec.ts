import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Clamd } from '../files/clamd.js';
import { PNG } from '../files/samples.js';
import { TestService } from '../support/api.js';
import { panelOf, type Panel } from '../support/assessing.js';
import type { Town } from '../support/town.js';
import { allYes, told } from './answering.js';
import { handed, pdf, withFile } from './page-files.js';
import { send, sendFiles, versionIn } from './pages.js';

let clamd: Clamd;
let service: TestService;
let town: Town;
let panel: Panel;

beforeAll(async () => {
  clamd = await Clamd.start();
  service = await TestService.start({
    files: { scanner: clamd.address },
  });
  service.itIs('2026-11-20');
  town = await service.town();
  panel = await panelOf(town);
});
afterAll(async () => {
  await service.stop();
  await clamd.stop();
});

const NONE = { name: '', content: '' };

describe('evidence files of the page', () => {
  it('are kept with the answers, and seen by nobody of the body before they are handed in', async () => {
    const { id, path, version } = await handed({ service, town, panel });
    const before = (await panel.clerk.get(`/v1/assessments/${id}`)).text;

    const saved = await sendFiles(
      service,
      path,
      { version, do: 'save', 'answer-1': 'yes', 'until-1': '2027-03-31', 'answer-2': 'no' },
      {
        'file-1': { name: '体制図.pdf', content: pdf('first') },
        'file-2': { name: '画面.png', content: PNG },
        'file-3': NONE,
      },
    );

    expect(saved.status).toBe(200);
    expect(saved.text).toContain('体制図.pdf （ファイル）');
    expect(saved.text).toContain('画面.png （ファイル）');
    expect(saved.text).toMatch(/id="until-1"[^>]*value="2027-03-31"/);
    expect((await panel.clerk.get(`/v1/assessments/${id}`)).text).toBe(before);
    expect((await panel.clerk.get('/v1/files')).body.items).toEqual([]);
    const actions = (await told(service, town.organizationId, id)).map(({ action }) => action);
    expect(actions).toEqual(['assessment.sent', 'answer-link.issued']);
  });

  it('become files of the body with who gave them, once they are handed in', async () => {
    const { id, path, version } = await withFile({ service, town, panel }, 'handed in');
    const check = await send(service, path, {
      ...{ version, do: 'review' },
      ...(await allYes(panel.clerk, id)),
    });
    expect(check.text).toContain('体制図.pdf （ファイル）');
    const form = { version: versionIn(check.text), do: 'submit', confirmed: 'yes' };
    await send(service, path, form).expect(200);

    const { body } = await panel.clerk.get(`/v1/assessments/${id}`);
    const [first] = (body as { criteria: { answer: { evidence: { fileId?: string }[] } }[] })
      .criteria;
    const fileId = String(first?.answer.evidence.find((item) => item.fileId)?.fileId);
    expect((await panel.clerk.get(`/v1/files/${fileId}`)).body).toMatchObject({
      ...{ name: '体制図.pdf', state: 'clean', uploadedBy: null },
      givenBy: { kind: 'link', name: '田中 一郎' },
      attachments: [{ subjectKind: 'assessment', subjectId: id, attachedBy: null }],
    });
    const content = await panel.clerk.get(`/v1/files/${fileId}/content`).buffer();
    expect(Buffer.from(content.body as Buffer).includes('handed in')).toBe(true);
    expect(await service.rows('SELECT 1 FROM held_files WHERE subject_id = $1', [id])).toEqual([]);
  });

  it('are taken away again, one by one', async () => {
    const { id, path, version } = await withFile({ service, town, panel }, 'taken away');

    const reply = await send(service, path, {
      ...{ version, do: 'save', 'answer-1': 'yes', 'remove-1-1': 'yes' },
    });

    expect(reply.text).toContain('保存しました');
    expect(reply.text).not.toContain('体制図.pdf');
    expect(await service.rows('SELECT 1 FROM held_files WHERE subject_id = $1', [id])).toEqual([]);
  });

  it('are gone with the candidate', async () => {
    const { id } = await withFile({ service, town, panel }, 'withdrawn');
    const { version } = (await panel.clerk.get(`/v1/assessments/${id}`)).body as {
      version: number;
    };
    const reason = { reason: '予算が付かなかった。' };
    await panel.clerk.decide(`/v1/assessments/${id}/withdrawal`, reason, version).expect(200);

    expect(await service.rows('SELECT 1 FROM held_files WHERE subject_id = $1', [id])).toEqual([]);
  });

  it('that are handed in twice over as one content are two files of the body', async () => {
    const { id, path, version } = await withFile({ service, town, panel }, 'same');
    const again = { 'file-2': { name: '写し.pdf', content: pdf('same') } };
    const all = { ...(await allYes(panel.clerk, id)), version, do: 'review' };
    const check = await sendFiles(service, path, all, again);
    const form = { version: versionIn(check.text), do: 'submit', confirmed: 'yes' };

    await send(service, path, form).expect(200);

    const files = await service.rows<{ name: string }>(
      `SELECT f.name FROM files f JOIN file_attachments a ON a.file_id = f.id WHERE a.subject_id = $1 ORDER BY 1`,
      [id],
    );
    expect(files.map(({ name }) => name)).toEqual(['体制図.pdf', '写し.pdf'].sort());
  });
});
