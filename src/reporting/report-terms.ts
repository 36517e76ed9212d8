import type { Dossier } from '../engagements/index.js';
import { numberSetting, tierFor, type ReportKind } from '../policies/index.js';

/** How often a kind of report is due, from the contract or the policy. */
export interface ReportTerms {
  readonly kind: string;
  readonly everyMonths: number;
  readonly dueBusinessDays: number;
}

/** What was agreed of them; the policy and the body's settings say the rest. */
export type AgreedTerms = Partial<Omit<ReportTerms, 'kind'>>;

/** The setting for kinds of report that name none of their own. */
const DUE_SETTING = 'report-due-business-days';

/** The terms of a periodic report; undefined where neither agreement nor policy sets its interval. */
export function termsFor(
  { engagement, pack }: Dossier,
  kind: ReportKind,
  settings: ReadonlyMap<string, string | number | boolean>,
  agreed: AgreedTerms,
): ReportTerms | undefined {
  const byPolicy = kind.everyMonths ?? tierFor(pack, new Set(engagement.facts))?.reportEveryMonths;
  const everyMonths = agreed.everyMonths ?? byPolicy;
  if (everyMonths === undefined) return undefined;
  const byBody = numberSetting(settings, kind.dueSetting ?? DUE_SETTING);
  return { kind: kind.id, everyMonths, dueBusinessDays: agreed.dueBusinessDays ?? byBody };
}

/**
 * The terms a contract sets by the clause that a kind of report names: its parameters
 * `frequency_months` and `due_days` (business days), as far as the clause has them.
 */
export function agreedIn(values: Readonly<Record<string, unknown>>): AgreedTerms {
  const { frequency_months: everyMonths, due_days: dueBusinessDays } = values;
  return {
    ...(typeof everyMonths === 'number' && { everyMonths }),
    ...(typeof dueBusinessDays === 'number' && { dueBusinessDays }),
  };
}
