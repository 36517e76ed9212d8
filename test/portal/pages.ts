import supertest, { type Test } from 'supertest';
import type { Client, TestService } from '../support/api.js';

/** Opens a page as a browser does. */
export function show(service: TestService, path: string, language = 'ja'): Test {
  const agent = supertest(service.app.getHttpServer());
  return agent.get(path).set('Accept', 'text/html').set('Accept-Language', language);
}

/** Sends the form of a page as a browser does. */
export function send(
  service: TestService,
  path: string,
  form: Readonly<Record<string, string>>,
): Test {
  const agent = supertest(service.app.getHttpServer());
  return agent.post(path).set('Accept', 'text/html').type('form').send(form);
}

/** What the form of a page says of the version it was made of. */
export function versionIn(text: string): string {
  return /name="version"\s+value="(\d+)"/.exec(text)?.[1] ?? '';
}

/** A file that somebody chose in a field. */
export interface Chosen {
  readonly name: string;
  readonly content: Buffer | string;
}

const BOUNDARY = '----page';

/** Sends the form with files byte by byte as a browser does: a field in which none was chosen comes with an empty name. */
export function sendFiles(
  service: TestService,
  path: string,
  form: Readonly<Record<string, string>>,
  files: Readonly<Record<string, Chosen>>,
): Test {
  const parts = [
    ...Object.entries(form).map(([field, value]) => partOf(`name="${field}"`, value)),
    ...Object.entries(files).map(([field, { name, content }]) =>
      partOf(
        `name="${field}"; filename="${name}"\r\nContent-Type: application/octet-stream`,
        content,
      ),
    ),
  ];
  return sendMultipart(
    service,
    path,
    Buffer.concat([...parts, Buffer.from(`--${BOUNDARY}--\r\n`)]),
  );
}

export function sendMultipart(service: TestService, path: string, body: Buffer): Test {
  const agent = supertest(service.app.getHttpServer());
  const type = `multipart/form-data; boundary=${BOUNDARY}`;
  return agent.post(path).set({ Accept: 'text/html', 'Content-Type': type }).send(body);
}

function partOf(disposition: string, content: Buffer | string): Buffer {
  const head = `--${BOUNDARY}\r\nContent-Disposition: form-data; ${disposition}\r\n\r\n`;
  return Buffer.concat([Buffer.from(head), Buffer.from(content), Buffer.from('\r\n')]);
}

/** Hands out a link to a checklist; @returns its path */
export async function linkTo(clerk: Client, id: string): Promise<string> {
  const respondent = { name: '田中 一郎', email: 'tanaka@vendor.example' };
  const reply = await clerk.post(`/v1/assessments/${id}/answer-links`, respondent);
  if (reply.status !== 201) throw new Error(reply.text);
  return new URL(String(reply.body.url)).pathname;
}
