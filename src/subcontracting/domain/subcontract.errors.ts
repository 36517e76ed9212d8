import { DomainError } from '../../shared/domain/domain-error.js';
import type { Obstacle } from './approval-rules.js';

/** The hop does not stand where this can be done. */
export class SubcontractNotThere extends DomainError {
  readonly code = 'subcontract.wrong-status';
  readonly kind = 'rule-violated';
  readonly title = {
    ja: '再委託の今の状態では行えません',
    en: 'Not as the re-subcontracting stands',
  };
}

/** Rules that no decision may pass over stand in the way of an approval. */
export class SubcontractNotApprovable extends DomainError {
  readonly code = 'subcontract.not-approvable';
  readonly kind = 'rule-violated';
  readonly title = { ja: '再委託を承認できません', en: 'The re-subcontracting cannot be approved' };

  constructor(obstacles: readonly Obstacle[]) {
    super(
      {
        ja: `承認の妨げとなるものが ${String(obstacles.length)} 件あります。facts.obstacles に、それぞれの内容を示します。`,
        en: `${String(obstacles.length)} matter(s) bar the approval; facts.obstacles tells each.`,
      },
      { obstacles },
    );
  }
}

/** The work of a firm starts only once it was told the policy and has acknowledged that (6(1)④). */
export class FirmNotBriefed extends DomainError {
  readonly code = 'subcontract.firm-not-briefed';
  readonly kind = 'rule-violated';
  readonly title = { ja: '再委託先への説明が済んでいません', en: 'The firm was not briefed' };

  constructor(day: string) {
    super(
      {
        ja: `${day} までに、この事業者へのポリシー等の説明と受領の確認が登録されていません。説明（briefings）を登録してから開始してください。`,
        en: `By ${day} no briefing of this firm was acknowledged. Record one before its work starts.`,
      },
      { day },
    );
  }
}

/** The work of a firm starts only below firms that are at work, under a contract that runs. */
export class ChainNotRunning extends DomainError {
  readonly code = 'subcontract.chain-not-running';
  readonly kind = 'rule-violated';
  readonly title = {
    ja: '上位の契約又は再委託が有効ではありません',
    en: 'The chain above does not run',
  };

  constructor(day: string) {
    super(
      {
        ja: `${day} の時点で、契約が契約期間内にないか、業務を渡す再委託先が業務に当たっていません。`,
        en: `On ${day} the contract does not run, or the firm that passes the work on is not at work.`,
      },
      { day },
    );
  }
}

/** People of different firms, or of different engagements, are not held against each other. */
export class RosterOfAnotherFirm extends DomainError {
  readonly code = 'roster.of-another-firm';
  readonly kind = 'rule-violated';
  readonly title = { ja: '別の事業者の名簿です', en: 'A roster of another firm' };

  constructor() {
    super({
      ja: '同じ案件の、同じ事業者の名簿どうしを比べてください。',
      en: 'Compare two rosters of the same firm in the same engagement.',
    });
  }
}
