import { PDF } from '../files/samples.js';
import type { TestService } from '../support/api.js';
import { sent, type Panel } from '../support/assessing.js';
import type { Town } from '../support/town.js';
import { outsourcing, planned, vendorOf } from '../assessments/given.js';
import { linkTo, sendFiles, show, versionIn } from './pages.js';

/** A checklist with a link to answer it by, and the version of its page. */
export interface Handed {
  readonly id: string;
  readonly path: string;
  readonly version: string;
}

/** Where links are handed out. */
export interface Desk {
  readonly service: TestService;
  readonly town: Town;
  readonly panel: Panel;
}

export async function handed({ service, town, panel }: Desk): Promise<Handed> {
  const engagementId = await planned(panel.clerk, outsourcing(town));
  const { id } = await sent(panel, engagementId, await vendorOf(panel.clerk));
  const path = await linkTo(panel.clerk, id);
  return { id, path, version: versionIn((await show(service, path)).text) };
}

/** A PDF that no other test has. */
export function pdf(mark: string): Buffer {
  return Buffer.concat([PDF, Buffer.from(`% ${mark}\n`)]);
}

/** A link with a file saved beside the first answer. */
export async function withFile(desk: Desk, mark: string): Promise<Handed> {
  const given = await handed(desk);
  const form = { version: given.version, do: 'save', 'answer-1': 'yes' };
  const files = { 'file-1': { name: '体制図.pdf', content: pdf(mark) } };
  const reply = await sendFiles(desk.service, given.path, form, files);
  if (!reply.text.includes('保存しました')) throw new Error(reply.text);
  return { ...given, version: versionIn(reply.text) };
}
