import type { Role, ScopePart, StaffCategory } from '../../policies/index.js';
import { InvalidInput } from '../../shared/domain/domain-error.js';
import type { Text } from '../../shared/domain/text.js';

/** An id in the body names no unit, or one that does not exist on the day it is about. */
export function noSuchUnit(pointer: string): InvalidInput {
  const ja = 'その日に存在する所属を指定してください。';
  return fault(pointer, ja, 'It must name a unit that exists on that day.');
}

/** An id in the body names nobody who serves on the day it is about. */
export function noSuchPerson(pointer: string): InvalidInput {
  const ja = 'その日に在職する職員を指定してください。';
  return fault(pointer, ja, 'It must name someone who serves on that day.');
}

/** Another system in use has the name. */
export function systemNameTaken(): InvalidInput {
  const ja = 'この名称の別のシステムが既に登録されています。';
  return fault('#/name', ja, 'Another system of this name is registered already.');
}

/** The policy in force does not know the role. */
export function noSuchRole(pointer: string, roleId: string, roles: readonly Role[]): InvalidInput {
  const ja = `適用中のポリシーに役職「${roleId}」はありません。`;
  const en = `The policy in force has no role "${roleId}".`;
  const taker = roles.find(({ standsFor }) => standsFor?.includes(roleId) === true);
  if (taker === undefined) return fault(pointer, ja, en);
  const { id, label } = taker;
  return fault(
    pointer,
    `${ja}代わりの役職は、${id}（${label.ja}）です。`,
    `${en} Its place is taken by ${id} (${label.en}).`,
  );
}

/** The scope of the policy in force names no such part of the body. */
export function noSuchPart(
  pointer: string,
  part: string,
  scope: readonly ScopePart[],
): InvalidInput {
  return unknownOf(pointer, scope, {
    ja: `適用中のポリシーの適用範囲に「${part}」はありません。`,
    en: `The scope of the policy in force names no part "${part}".`,
  });
}

/** The policy in force names no such category of staff. */
export function noSuchCategory(
  pointer: string,
  category: string,
  categories: readonly StaffCategory[],
): InvalidInput {
  return unknownOf(pointer, categories, {
    ja: `適用中のポリシーに職員の区分「${category}」はありません。`,
    en: `The policy in force has no category of staff "${category}".`,
  });
}

function unknownOf(
  pointer: string,
  known: readonly { readonly id: string; readonly label: Text }[],
  { ja, en }: Text,
): InvalidInput {
  if (known.length === 0) return fault(pointer, ja, en);
  const list = known.map(({ id, label }) => `${id}（${label.ja}）`).join('、');
  const ids = known.map(({ id, label }) => `${id} (${label.en})`).join(', ');
  return fault(pointer, `${ja}使えるのは、${list}です。`, `${en} It has: ${ids}.`);
}

/** No policy that a body may adopt is known by the id. */
export function noSuchPolicy(pointer: string): InvalidInput {
  const ja = '採用できるポリシーの版を指定してください（/v1/policies）。';
  return fault(pointer, ja, 'It must name a policy version that can be adopted (/v1/policies).');
}

/** The last day lies before the first. */
export function endsBeforeItBegins(pointer: string): InvalidInput {
  const ja = '最終日は開始日以後にしてください。';
  return fault(pointer, ja, 'The last day must not be before the first.');
}

/** A safeguard that is on by default is switched off without a word why. */
export function reasonRequired(pointer: string): InvalidInput {
  const ja = '既定で有効な措置を無効にするときは、理由を記録してください。';
  return fault(pointer, ja, 'Switching off a safeguard that is on by default needs a reason.');
}

function fault(pointer: string, ja: string, en: string): InvalidInput {
  return new InvalidInput([{ pointer, detail: { ja, en } }]);
}
