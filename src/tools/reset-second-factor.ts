import { createApp } from '../app.js';
import { equipmentOf } from '../equipment.js';
import { SecondFactorResets } from '../identity/index.js';
import { schemaWith } from '../schema.js';
import { readConfig } from '../shared/config/config.js';
import { NotFound } from '../shared/domain/domain-error.js';
import { openDatabase } from '../shared/persistence/database.js';

const USAGE = `使い方 Usage:
  npm run second-factor:reset -- <メールアドレス e-mail address>
  認証アプリもセキュリティキーも失い、解除を頼めるシステム管理担当者がほかにいない人のために、登録済みの認証要素をすべて解除し、
  サインイン中のセッションを終了します。本人は、パスワードでサインインして登録し直します。解除は証跡に残ります。
  Takes all second factors from somebody who lost theirs and has no other administrator to ask, and ends their
  sessions. They sign in by password and register anew. The trail tells of it.
`;

/** Resets the second factors of whoever signs in by an address. */
async function main(given: readonly string[]): Promise<void> {
  const [email, ...rest] = given;
  if (email === undefined || email === '--help' || rest.length > 0) {
    process.stdout.write(USAGE);
    process.exitCode = email === '--help' ? 0 : 1;
    return;
  }
  const config = readConfig(process.env);
  const database = await openDatabase(config.database, schemaWith(config.policyPacks));
  const app = await createApp(database, await equipmentOf(config), false);
  try {
    const ended = String(await app.get(SecondFactorResets).resetByOperator(email));
    process.stdout.write(
      `${email} の認証要素を ${ended} 件解除しました。 Reset ${ended} second factor(s) of ${email}.\n`,
    );
  } finally {
    await app.close();
    await database.close();
  }
}

try {
  await main(process.argv.slice(2));
} catch (error) {
  const told =
    error instanceof NotFound
      ? 'このメールアドレスでサインインする人はいません。 Nobody signs in by this address.'
      : String(error);
  process.stderr.write(`${told}\n`);
  process.exitCode = 1;
}
