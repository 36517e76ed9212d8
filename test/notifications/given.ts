import type { Client, TestService } from '../support/api.js';

/** A notice as its reader has it. */
export interface Notice {
  readonly id: string;
  readonly code: string;
  readonly subject: { readonly kind: string; readonly id: string };
  readonly engagementId: string | null;
  readonly readAt: string | null;
}

/** What someone was told, newest first. */
export async function noticesOf(client: Client, query = ''): Promise<Notice[]> {
  const reply = await client.get(`/v1/me/notices${query}`);
  if (reply.status !== 200) throw new Error(reply.text);
  return reply.body.items as Notice[];
}

/** What someone was told of an engagement, newest first. */
export async function codesOf(client: Client, engagementId: string): Promise<string[]> {
  const notices = await noticesOf(client);
  return notices.filter((each) => each.engagementId === engagementId).map(({ code }) => code);
}

/** Who was told something of an engagement. */
export async function toldOf(
  service: TestService,
  engagementId: string,
  code: string,
): Promise<string[]> {
  const rows = await service.rows<{ id: string }>(
    'SELECT person_id AS id FROM notices WHERE engagement_id = $1 AND code = $2 ORDER BY person_id',
    [engagementId, code],
  );
  return rows.map(({ id }) => id);
}
