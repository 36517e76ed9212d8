import { DomainError } from '../../shared/domain/domain-error.js';

/** A unit as its place among the others is judged by. */
export interface PlacedUnit {
  readonly id: string;
  readonly parentId: string | null;
}

/** A unit cannot stand under itself or under what stands under it. */
export class UnitUnderItself extends DomainError {
  readonly code = 'org-unit.under-itself';
  readonly kind = 'rule-violated';
  readonly title = { ja: '所属の上下が循環します', en: 'The unit would stand under itself' };

  constructor(parentId: string) {
    super(
      {
        ja: '上位の所属に、その所属自身又は下位の所属は指定できません。',
        en: 'A unit cannot be placed under itself or under one of its own sub-units.',
      },
      { parentId },
    );
  }
}

/** @throws UnitUnderItself where the way up from the parent leads to the unit */
export function refuseCircle(units: readonly PlacedUnit[], id: string, parentId: string): void {
  const parents = new Map(units.map((unit) => [unit.id, unit.parentId]));
  let above: string | null = parentId;
  while (above !== null && above !== id) above = parents.get(above) ?? null;
  if (above === id) throw new UnitUnderItself(parentId);
}
