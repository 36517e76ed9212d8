import { DutyWaiver } from './duty-waiver.entity.js';

export { Duties } from './duties.js';
export { DutiesModule } from './duties.module.js';
export {
  RefusesAfterwards,
  separatedActs,
  SeparatesDuties,
  waiverColumn,
  type SeparatedAct,
} from './separates-duties.decorator.js';
export const dutyEntities = [DutyWaiver];
