import type { DutyRule } from '../shared/domain/separation-of-duties.js';
import { guardRows, referTo, refusal, shareGuard } from '../shared/persistence/row-guards.js';

/**
 * An act that falls to another person than an earlier one. All but names are SQL over the row `NEW`.
 */
export interface SeparatedAct {
  /** The name under which the database refuses it. */
  readonly name: string;
  readonly rule: DutyRule;
  /** What the row is called in the list of acts that one person joined. */
  readonly record: string;
  /** The id of that record, and which of several under one id it is, where it is not `NEW.id`. */
  readonly recordId?: string;
  readonly recordNumber?: string;
  /** Who acts, each a `uuid` or null. */
  readonly by: readonly string[];
  /** Who acted before: `uuid[]`. */
  readonly apartFrom: string;
  /** The same, where a setting of the body joins the duties; the row says so in `duties_joined`. */
  readonly unlessJoined?: { readonly apartFrom: string; readonly setting: string };
  /** The day of the act. */
  readonly on: string;
  /** The engagement it belongs to. */
  readonly engagement: string;
  /** When it is no act of its own, but follows from another one. */
  readonly excusedWhere?: string;
  /** The property that names the waiver; `dutyWaiverId` where nothing is said. */
  readonly waiver?: 'dutyWaiverId' | 'auditWaiverId';
}

const ACTS = new Map<string, { readonly target: new () => object; readonly act: SeparatedAct }>();

/** Every act that is held apart from an earlier one, with the entity whose rows record it. */
export function separatedActs(): readonly {
  readonly target: new () => object;
  readonly act: SeparatedAct;
}[] {
  return [...ACTS.values()];
}

/** The column that names the waiver of an act. */
export function waiverColumn({ waiver }: SeparatedAct): string {
  return waiver === 'auditWaiverId' ? 'audit_waiver_id' : 'duty_waiver_id';
}

/**
 * The database refuses a row whose act fell to whoever acted before, unless the row names a waiver that
 * holds for exactly that: same body, rule, person and engagement, on that day, and not ended.
 */
export function SeparatesDuties(act: SeparatedAct): ClassDecorator {
  const { name, waiver = 'dutyWaiverId' } = act;
  const column = waiverColumn(act);
  const table = name.replace(/^sd_/, '');
  return (target) => {
    // A class decorator is handed a Function; an entity is one that can be made.
    ACTS.set(name, { target: target as unknown as new () => object, act });
    guardRows(target, {
      name,
      signature: '() RETURNS trigger',
      body: bodyOf(act),
      triggers: {
        [name]: `BEFORE INSERT OR UPDATE ON "$table" FOR EACH ROW
  WHEN (coalesce(${[...act.by, `NEW.${column}`].join(', ')}) IS NOT NULL)`,
      },
    });
    referTo(target, { table, property: waiver, column });
  };
}

/**
 * No row of the table may say afterwards that its act was done by someone who did the later one.
 *
 * @param isJoined over the changed row `given`
 */
export function RefusesAfterwards(name: string, isJoined: string): ClassDecorator {
  return (target) => {
    const at = (event: string): string =>
      `AFTER ${event} ON "$table" REFERENCING NEW TABLE AS changed FOR EACH STATEMENT`;
    guardRows(target, {
      name,
      signature: '() RETURNS trigger',
      body: `BEGIN
  IF EXISTS (SELECT FROM changed given WHERE ${isJoined}) THEN
    ${refusal(`'${name}'`, `'${name}: whoever did the later act did not do this one'`)};
  END IF;
  RETURN NULL;
END`,
      triggers: { [`${name}_insert`]: at('INSERT'), [`${name}_update`]: at('UPDATE') },
    });
  };
}

function bodyOf(act: SeparatedAct): string {
  const { name, rule, by, apartFrom, unlessJoined, on, engagement, excusedWhere } = act;
  const waiver = `NEW.${waiverColumn(act)}`;
  const excuse =
    excusedWhere && `IF ${waiver} IS NULL AND ${excusedWhere} THEN RETURN NEW; END IF;`;
  const said = [...by, apartFrom, on, engagement, unlessJoined?.apartFrom, excusedWhere].join(' ');
  const columns = new Set([...said.matchAll(/NEW\.(\w+)/g)].map(([, column = '']) => column));
  columns.add(waiverColumn(act));
  if (unlessJoined !== undefined) columns.add('duties_joined');
  const of = (row: string): string => [...columns].map((each) => `${row}.${each}`).join(', ');
  const earlier =
    unlessJoined === undefined
      ? apartFrom
      : `${apartFrom} || CASE WHEN NEW.duties_joined THEN '{}' ELSE ${unlessJoined.apartFrom} END`;
  return `BEGIN
  IF TG_OP = 'UPDATE' THEN
    IF ROW(${of('NEW')}) IS NOT DISTINCT FROM ROW(${of('OLD')}) THEN RETURN NEW; END IF;
  END IF;
  ${excuse ?? ''}${unlessJoined === undefined ? '' : joinedOnlyBy(name, unlessJoined.setting)}
  PERFORM sd_keep_apart('${name}', '${rule}', NEW.organization_id, ARRAY[${by.join(', ')}], ${earlier},
    ${waiver}, ${engagement}, ${on});
  RETURN NEW;
END`;
}

function joinedOnlyBy(name: string, setting: string): string {
  return `IF NEW.duties_joined AND NOT EXISTS (SELECT FROM organization_settings s
      WHERE s.organization_id = NEW.organization_id AND s.setting_id = '${setting}'
        AND s.value = 'false' AND s.reason IS NOT NULL) THEN
    ${refusal(`'${name}'`, `'${name}: the body has not joined these duties'`)};
  END IF;`;
}

shareGuard({
  name: 'sd_keep_apart',
  signature:
    '(refusal text, act_rule text, owner uuid, actors uuid[], earlier uuid[], waiver uuid, engagement uuid, acted_on date) RETURNS void',
  body: `DECLARE
  -- For another system stands whoever issued a token to it, and could use it.
  hands uuid[] := earlier || ARRAY(SELECT t.issued_by FROM api_tokens t
    WHERE t.organization_id = owner AND t.system_id = ANY (earlier));
  joined uuid[] := ARRAY(SELECT DISTINCT a FROM unnest(actors) a WHERE a = ANY (hands));
BEGIN
  IF waiver IS NULL AND cardinality(joined) = 0 THEN RETURN; END IF;
  IF cardinality(joined) = 1 THEN
    PERFORM FROM duty_waivers w
    WHERE w.organization_id = owner AND w.id = waiver AND w.rule = act_rule AND w.person_id = joined[1]
      AND (w.engagement_id IS NULL OR w.engagement_id = engagement)
      AND acted_on BETWEEN w.valid_from AND w.valid_until AND w.ended_on IS NULL
    FOR SHARE;
    IF FOUND THEN RETURN; END IF;
  END IF;
  ${refusal('refusal', `format('%s: both acts by one person, or a waiver that does not admit it', refusal)`)};
END`,
  triggers: {},
});
