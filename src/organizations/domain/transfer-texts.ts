import type { Text } from '../../shared/domain/text.js';
import type { PostTerm } from './post-term.js';

export const UNKNOWN_CHANGE = {
  ja: '区分は、継続・交代・終了・新任のいずれかにしてください。',
  en: 'It must be 継続 (keep), 交代 (replace), 終了 (end) or 新任 (appoint).',
};
export const NO_NEWCOMER_HERE = {
  ja: '新任者を記入するときは、区分を交代又は新任にしてください。',
  en: 'Somebody new is named only where the post is 交代 (replace) or 新任 (appoint).',
};
export const NO_SUCH_ROLE = {
  ja: '適用中のポリシーにこの役職はありません。',
  en: 'The policy in force has no such role.',
};
export const SAME_HOLDER = {
  ja: '現任者と同じ職員です。引き続き就くときは、区分を継続にしてください。',
  en: 'It is the present holder. Who goes on is 継続 (keep).',
};
export const NO_SUCH_POST = {
  ja: 'この管理番号の役職はありません。様式を取得し直してください。新しい役職は、区分を新任にしてください。',
  en: 'There is no post of this number. Take the form again; a new post is 新任 (appoint).',
};
export const POST_TWICE = {
  ja: 'この管理番号の行が二つあります。',
  en: 'There are two rows of this number.',
};
export const UNIT_UNCLEAR = {
  ja: '同じ名称の所属が複数あります。「総務部／総務課」のように上位の所属から記入してください。',
  en: 'Several units have this name. Write those above it too, e.g. 総務部／総務課.',
};
export const UNKNOWN_MARK = {
  ja: '職務代理のときは「○」を記入し、それ以外は空欄にしてください。',
  en: 'Write ○ for somebody who stands in, and nothing otherwise.',
};
export const ACTING_WITHOUT_END = {
  ja: '職務代理に終期がありません。',
  en: 'Somebody stands in without an end.',
};
export const NO_DAY = {
  ja: '実在する日付を 2027-03-31 のように記入してください。',
  en: 'Write an existing day, e.g. 2027-03-31.',
};
export const NAME_MISSING = { ja: '新任者の氏名を記入してください。', en: 'Name who is new.' };
export const NAME_TOO_LONG = {
  ja: '氏名は200文字までにしてください。',
  en: 'A name has 200 characters at most.',
};
export const ADDRESS_MISSING = {
  ja: 'この氏名の職員は登録されていません。新しく登録するメールアドレスを記入してください。',
  en: 'Nobody of this name is registered. Give the address to register them with.',
};
export const NAME_UNCLEAR = {
  ja: '同じ氏名の職員が複数います。メールアドレスを記入してください。',
  en: 'Several people have this name. Give the address.',
};
export const NO_ADDRESS = {
  ja: 'メールアドレスの形式ではありません。',
  en: 'It is not an e-mail address.',
};
export const SAME_NAME = {
  ja: '同じ氏名の職員が登録されています。別人でなければ、登録済みのメールアドレスを記入してください。',
  en: 'Somebody of this name is registered. Unless it is another person, give the address registered.',
};
export const HOLDS_ALREADY = {
  ja: 'この職員は、その日にこの所属のこの役職に既に就いています。',
  en: 'This person holds the same post in the same unit on that day already.',
};
export const NO_CHANGE = {
  ja: '変更のある行がありません。区分を記入してください。',
  en: 'No row changes anything. Fill in the column 区分.',
};
export const TOO_MANY_NEWCOMERS = {
  ja: '一度に新しく登録できる職員は200人までです。',
  en: 'No more than 200 people are registered at once.',
};

export function endsAlready(lastDay: string): Text {
  return {
    ja: `この役職は、${lastDay} に終了するものとして登録済みです。`,
    en: `The post is already registered to end on ${lastDay}.`,
  };
}

export function notHeld(day: string, { validFrom, validUntil }: PostTerm): Text {
  return {
    ja: `${day} には就いていない役職です（${validFrom} から ${validUntil ?? '終期なし'} まで）。様式を取得し直してください。`,
    en: `The post is not held on ${day} (${validFrom} to ${validUntil ?? 'no end'}). Take the form again.`,
  };
}

export function otherThanPost(shown: string | null): Text {
  return {
    ja: `管理番号の役職では「${shown ?? '（空欄）'}」です。行の一部だけを並べ替えていないか確認し、様式を取得し直してください。`,
    en: `By its number the row says "${shown ?? ''}" here. Perhaps only some columns were sorted; take the form again.`,
  };
}

export function noSuchUnit(day: string): Text {
  return {
    ja: `${day} に存在する所属を記入してください。`,
    en: `Name a unit that exists on ${day}.`,
  };
}

export function endsBefore(on: string): Text {
  return {
    ja: `終期は ${on} 以後にしてください。`,
    en: `The last day must be ${on} or later.`,
  };
}

export function otherName(name: string): Text {
  return {
    ja: `このメールアドレスは「${name}」のものです。`,
    en: `The address is that of "${name}".`,
  };
}

export function left(endedOn: string): Text {
  return {
    ja: `この職員は ${endedOn} に退職します。`,
    en: `This person serves until ${endedOn} only.`,
  };
}

export function roleVacant(role: string, on: string): Text {
  return {
    ja: `${on} 以後、${role}に就く職員がいなくなります。`,
    en: `From ${on} nobody holds the role ${role}.`,
  };
}

export function unitVacant(role: string, unit: string, on: string): Text {
  return {
    ja: `${on} 以後、${unit}の${role}に就く職員がいなくなります。`,
    en: `From ${on} nobody holds the role ${role} in ${unit}.`,
  };
}

export function holdsNoPost(name: string, on: string): Text {
  return {
    ja: `${on} 以後、${name}が就く役職はありません。退職するときは、在職の最終日も登録してください。`,
    en: `From ${on} ${name} holds no post. If they leave, register their last day too.`,
  };
}
