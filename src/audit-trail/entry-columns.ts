/** The columns of an entry under the names of the contract, which are the names that are sealed. */
export const ENTRY_COLUMNS = `
  id, to_char(recorded_at, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS "recordedAt", person_id AS "personId",
  roles, action, subject_kind AS "subjectKind", subject_id AS "subjectId",
  before_hash AS "beforeHash", after_hash AS "afterHash", facts`;
