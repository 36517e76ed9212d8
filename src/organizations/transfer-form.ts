import { writeXlsx } from '../shared/documents/xlsx.js';
import type { SheetCell } from '../shared/documents/sheet.js';
import {
  isHeldOn,
  roleLabel,
  servesOn,
  unitPath,
  type RegisteredPost,
  type TransferDay,
  type TransferRegister,
} from './domain/transfer-plan.js';
import {
  CHANGE_WORDS,
  MARK,
  TRANSFER_CHANGES,
  TRANSFER_COLUMNS,
  type TransferColumn,
} from './domain/transfer-rows.js';

const WIDTHS: Readonly<Record<TransferColumn, number>> = {
  role: 30,
  unit: 30,
  holder: 18,
  email: 30,
  acting: 10,
  change: 10,
  newName: 18,
  newEmail: 30,
  newActing: 18,
  until: 14,
  postId: 40,
};

const CHOICES: Readonly<Partial<Record<TransferColumn, readonly string[]>>> = {
  change: TRANSFER_CHANGES.map((change) => CHANGE_WORDS[change]),
  newActing: [MARK],
};

/** The sheet of transfers as the personnel clerk gets it: every post held on the day before, all going on. */
export function transferForm(day: TransferDay, register: TransferRegister): Promise<Buffer> {
  const columns = (Object.keys(TRANSFER_COLUMNS) as TransferColumn[]).map((id) => {
    const choices = CHOICES[id];
    return {
      header: TRANSFER_COLUMNS[id],
      width: WIDTHS[id],
      ...(choices !== undefined && { choices }),
    };
  });
  const posts = register.posts.filter((post) => isHeldOn(post, day.lastDay));
  const rows = posts.flatMap((post) => rowOf(post, day, register));
  return writeXlsx([
    { name: '人事異動', columns, rows },
    {
      name: '記入要領',
      columns: [{ header: '記入要領', width: 100 }],
      rows: guidance(day, register),
    },
  ]);
}

function rowOf(
  { id, roleId, unitId, personId, acting }: RegisteredPost,
  { lastDay }: TransferDay,
  { roles, units, people }: TransferRegister,
): SheetCell[][] {
  const holder = people.get(personId);
  if (holder === undefined || !servesOn(holder, lastDay)) return [];
  const unit = unitPath(units, unitId);
  const held = [roleLabel(roles, roleId), unit, holder.name, holder.email, acting ? MARK : null];
  return [[...held, CHANGE_WORDS.keep, null, null, null, null, id]];
}

function guidance({ on, lastDay }: TransferDay, { roles }: TransferRegister): SheetCell[][] {
  const lines = [
    `${on} 付けの人事異動を記入します。行ごとに「区分」を選んでください。空欄は継続とみなします。`,
    '継続：現任者が引き続き就きます。',
    `交代：現任者は ${lastDay} で終わり、新任者が ${on} から就きます。新任者の氏名とメールアドレスを記入してください。`,
    `終了：現任者は ${lastDay} で終わり、後任はいません。`,
    `新任：下に行を加え、役職、課・部署、新任者を記入してください。全庁の役職は、課・部署を空欄にします。管理番号は不要です。`,
    '新任者が職務代理のときは「新任者の職務代理」に○を付け、「新任者の終期」に最終日を記入してください。',
    '登録のない新任者は、記入されたメールアドレスで新しく登録します。',
    '数式、セルの結合、マクロは使えません。列の追加や移動もできません。',
    `記入できる役職：${roles.map(({ label }) => label.ja).join('、')}`,
  ];
  return lines.map((line) => [line]);
}
