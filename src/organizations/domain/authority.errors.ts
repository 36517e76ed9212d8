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
