import type { Client } from 'pg';
import { cpus, totalmem } from 'node:os';
import type { Result } from './rounds.js';

const HEADINGS = ['operation', 'rows', 'bare req/s', 'Mitodoke req/s', 'ratio (min–max)'];

/** The results as a Markdown table. */
export function tableOf(results: readonly Result[]): string {
  const lines = [HEADINGS, HEADINGS.map((_, at) => (at === 0 ? '---' : '---:'))];
  for (const { name, rows, rates } of results) {
    const ratios = rates.mitodoke.map((rate, round) => rate / (rates.bare[round] ?? NaN));
    const span = [Math.min(...ratios), Math.max(...ratios)].map((ratio) => ratio.toFixed(2));
    const speeds = [rates.bare, rates.mitodoke].map((each) => median(each).toFixed(0));
    lines.push([name, String(rows), ...speeds, `${median(ratios).toFixed(2)} (${span.join('–')})`]);
  }
  return lines.map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

/** What the figures were taken on, as the machine and the database tell. */
export async function factsOf(client: Client): Promise<string> {
  const { rows } = await client.query<Record<string, string>>(`
    SELECT current_setting('server_version') AS version, pg_size_pretty(pg_database_size(current_database())) AS size,
      (SELECT count(*) FROM organizations) AS organizations, (SELECT count(*) FROM engagements) AS engagements,
      (SELECT count(*) FROM assessments) AS assessments, (SELECT count(*) FROM assessment_answers) AS answers,
      (SELECT count(*) FROM obligations) AS obligations, (SELECT count(*) FROM proofs) AS proofs,
      (SELECT count(*) FROM reports) AS reports, (SELECT count(*) FROM audit_trail) AS "trail entries"`);
  const { version = '', size = '', ...counts } = rows[0] ?? {};
  const memory = `${(totalmem() / 2 ** 30).toFixed(0)} GiB`;
  const machine = `${String(cpus().length)} cores, ${memory}, Node.js ${process.version}, PostgreSQL ${version}`;
  const told = Object.entries(counts).map(
    ([name, count]) => `${Number(count).toLocaleString('en')} ${name}`,
  );
  return `${machine}\n${size}: ${told.join(', ')}`;
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  const [low = NaN, high = low] = sorted.slice(Math.ceil(middle) - 1, Math.floor(middle) + 1);
  return (low + high) / 2;
}
