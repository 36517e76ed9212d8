import type { NewAccount } from '../organizations/index.js';

const HEADINGS = [
  '役職 / Roles',
  '氏名 / Name',
  'アドレス / Address',
  'パスワード / Password',
  'ワンタイムパスワードの鍵 / OTP secret',
];

/** The accounts as a table for a terminal. It is the only place where passwords and OTP secrets can be read. */
export function accountSheet(accounts: readonly NewAccount[]): string {
  const hasSecrets = accounts.some(({ otpSecret }) => otpSecret !== null);
  const rows = [
    hasSecrets ? HEADINGS : HEADINGS.slice(0, -1),
    ...accounts.map(({ roles, name, email, password, otpSecret }) => [
      roles.map(({ ja }) => ja).join('・'),
      name,
      email,
      password,
      otpSecret ?? '',
    ]),
  ];
  const widths = HEADINGS.map((_, i) => Math.max(...rows.map((row) => widthOf(row[i] ?? ''))));
  const lines = rows.map((row) =>
    row.map((cell, i) => cell + ' '.repeat((widths[i] ?? 0) - widthOf(cell))).join('  '),
  );
  return `${lines.map((line) => line.trimEnd()).join('\n')}\n`;
}

/** Columns on a terminal: two for a full-width character. */
function widthOf(text: string): number {
  return Array.from(text, (character) => (character <= '\u00ff' ? 1 : 2)).reduce<number>(
    (sum, width) => sum + width,
    0,
  );
}
