import supertest, { type Test } from 'supertest';
import type { TestService } from '../support/api.js';

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
