import { DomainError } from '../../shared/domain/domain-error.js';
import type { Text } from '../../shared/domain/text.js';

/** The act needs a role that the caller does not hold today. */
export class RoleRequired extends DomainError {
  readonly code = 'authority.role-required';
  readonly kind = 'rule-violated';
  readonly title = { ja: 'この役職では行えません', en: 'Another role must act' };

  constructor(roles: readonly { readonly id: string; readonly label: Text }[]) {
    super(
      {
        ja: `${roles.map(({ label }) => label.ja).join('又は')}が行う必要があります。`,
        en: `It must be done by: ${roles.map(({ label }) => label.en).join(' or ')}.`,
      },
      { roles: roles.map(({ id }) => id) },
    );
  }
}

/** The caller holds the role that must act, but for another unit than the engagement's. */
export class HeldForAnotherUnit extends DomainError {
  readonly code = 'authority.another-unit';
  readonly kind = 'forbidden';
  readonly title = { ja: '所管する所属の役職で行ってください', en: 'Held for another unit' };

  constructor(
    unit: { readonly id: string; readonly name: string },
    roles: readonly { readonly id: string; readonly label: Text }[],
  ) {
    super(
      {
        ja: `この案件は「${unit.name}」の所管です。「${unit.name}」若しくはその上位の所属で、又は全庁を通じて次の役職に就いている者が行う必要があります：${roles.map(({ label }) => label.ja).join('、')}。案件の所管が変わったときは、先に案件の所属を改めてください。`,
        en: `The engagement belongs to ${unit.name}. It must be done by who holds one of these roles in ${unit.name}, in a unit above it or for the whole body: ${roles.map(({ label }) => label.en).join(', ')}. Where the engagement has passed to another unit, change its unit first.`,
      },
      { unitId: unit.id, roles: roles.map(({ id }) => id) },
    );
  }
}
