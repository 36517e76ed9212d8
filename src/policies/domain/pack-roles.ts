import { fault, type PackFault, type PackPath, unknownValue } from './pack-fault.js';
import { isRecord, type PackLayer } from './pack-merge.js';
import { stringsAt, valuesAt } from './pack-values.js';

/** The lists of a merged pack that name roles, each role once. */
export const ROLE_LISTS = [
  'regimes.*.useApproval.applicantRoles',
  'regimes.*.useApproval.deciderRoles',
  'regimes.*.subcontracting.deciderRoles',
  'articles.*.obligations.*.roles',
  'reports.*.recipientRoles',
];

/**
 * A merged pack in which a role that is mapped onto another has given way to it: the other takes
 * its duties and its place in every list. A town without departments has no department officer.
 */
export function withRolesMapped<T extends PackLayer>(pack: T): T {
  const takes = takersOf(pack);
  if (takes.size === 0) return pack;
  const named = (id: unknown): unknown => (typeof id === 'string' ? (takes.get(id) ?? id) : id);
  const lists = ROLE_LISTS.flatMap((at) => valuesAt(pack, at));
  const layer = lists.reduce<unknown>(
    (changed, { path, value }) =>
      Array.isArray(value) ? replaced(changed, path, [...new Set(value.map(named))]) : changed,
    pack,
  );
  return {
    ...(layer as T),
    roles: rolesAfter(pack, takes),
    settings: valuesAt(pack, 'settings.*').map(({ value }) =>
      isRecord(value) && value.type === 'role' && 'default' in value
        ? { ...value, default: named(value.default) }
        : value,
    ),
  };
}

/** Roles mapped onto nothing, onto themselves, or onto one that gives way itself. */
export function wrongMappings(pack: PackLayer): readonly PackFault[] {
  const ids = stringsAt(pack, 'roles.*.id');
  const givenWay = mappingsOf(pack);
  return valuesAt(pack, 'roles.*.mappedTo').flatMap(({ path, value }) => {
    if (typeof value !== 'string') return [];
    if (!ids.has(value)) {
      return [unknownValue(path, value, { ja: '役割', en: 'role' }, ids)];
    }
    if (!givenWay.has(value)) return [];
    return [
      fault(
        path,
        `役割「${value}」も他の役割に置き換えられています。`,
        `role "${value}" gives way to another itself`,
      ),
    ];
  });
}

function mappingsOf(pack: PackLayer): ReadonlyMap<string, string> {
  const pairs = valuesAt(pack, 'roles.*').flatMap(({ value }) =>
    isRecord(value) && typeof value.id === 'string' && typeof value.mappedTo === 'string'
      ? [[value.id, value.mappedTo] as const]
      : [],
  );
  return new Map(pairs);
}

/** The mappings that are sound, so that a faulty one changes nothing else. */
function takersOf(pack: PackLayer): ReadonlyMap<string, string> {
  return wrongMappings(pack).length === 0 ? mappingsOf(pack) : new Map();
}

function rolesAfter(pack: PackLayer, takes: ReadonlyMap<string, string>): readonly unknown[] {
  const roles = valuesAt(pack, 'roles.*').map(({ value }) => value);
  return roles.flatMap((role) => {
    if (!isRecord(role) || typeof role.id !== 'string') return [role];
    if (takes.has(role.id)) return [];
    const standsFor = [...takes].filter(([, taker]) => taker === role.id).map(([id]) => id);
    if (standsFor.length === 0) return [role];
    const given = roles.filter((one) => isRecord(one) && standsFor.includes(String(one.id)));
    const duties = [role, ...given].flatMap((one) =>
      isRecord(one) && Array.isArray(one.duties) ? (one.duties as readonly unknown[]) : [],
    );
    return [{ ...role, duties: [...new Set(duties)], standsFor }];
  });
}

/** A copy in which one value is another. */
function replaced(whole: unknown, [step, ...rest]: PackPath, value: unknown): unknown {
  if (step === undefined) return value;
  if (Array.isArray(whole)) {
    return whole.map((item: unknown, i) =>
      i === Number(step) ? replaced(item, rest, value) : item,
    );
  }
  return isRecord(whole) ? { ...whole, [step]: replaced(whole[step], rest, value) } : whole;
}
