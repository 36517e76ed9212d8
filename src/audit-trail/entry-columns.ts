import { instant } from '../shared/persistence/instant-sql.js';

/** The columns of an entry under the names of the contract, which are the names that are sealed. */
export const ENTRY_COLUMNS = `
  id, ${instant('recorded_at')} AS "recordedAt", person_id AS "personId",
  roles, action, subject_kind AS "subjectKind", subject_id AS "subjectId",
  before_hash AS "beforeHash", after_hash AS "afterHash", facts`;
