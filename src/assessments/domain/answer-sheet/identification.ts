/** What a sheet of answers was made for. It stands in plain cells, which survive any cleaning of the file. */
export interface Identification {
  readonly assessmentId: string;
  readonly round: number;
  /** Over the checklist as it was sent and what is asked of it. */
  readonly checklist: string;
}

const MARK = 'MITODOKE-ANSWERS-1';
const FORM = new RegExp(`${MARK} ([0-9a-f-]{36}) (\\d{1,4}) ([0-9a-f]{16})`);

/** As the sheet shows it. */
export function identificationText({ assessmentId, round, checklist }: Identification): string {
  return `${MARK} ${assessmentId} ${String(round)} ${checklist}`;
}

/** What a cell says the sheet was made for; undefined where it says nothing of the kind. */
export function identificationIn(text: string): Identification | undefined {
  const [, assessmentId, round, checklist] = FORM.exec(text.normalize('NFKC')) ?? [];
  if (assessmentId === undefined || checklist === undefined) return undefined;
  return { assessmentId, round: Number(round), checklist };
}
