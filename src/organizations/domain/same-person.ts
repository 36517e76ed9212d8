import { searchKey } from '../../shared/domain/japanese-text.js';

const COURTESY = /(様|殿|氏|さん)$/u;

/**
 * Whether a name as somebody typed it may mean this person: the whole name however it is written, with
 * a courtesy title or in the other order, or the family or given name alone. For keeping duties apart
 * (2(8)①), where a name that leaves it open must not pass. Where the register does not part the name, what
 * it begins or ends with may be either.
 */
export function mayName(typed: string, name: string): boolean {
  const wanted = partsOf(name);
  const given = partsOf(typed.trim().replace(COURTESY, ''));
  const whole = searchKey(name);
  const said = given.join('');
  if (said.includes(whole)) return true;
  return wanted.length > 1
    ? given.every((part) => wanted.includes(part))
    : whole.startsWith(said) || whole.endsWith(said);
}

function partsOf(name: string): string[] {
  return name
    .split(/[\s・]+/u)
    .map((part) => searchKey(part))
    .filter((part) => part !== '');
}
