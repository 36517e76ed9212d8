import { DomainError } from '../../shared/domain/domain-error.js';
import type { Text } from '../../shared/domain/text.js';
import type { SubcontractStatus } from './subcontract-lifecycle.js';

/** Where a hop of the firm stands. */
interface StandingOfHop {
  readonly id: string;
  readonly status: SubcontractStatus;
  readonly word: Text;
  readonly startedOn: string | null;
  readonly endedOn: string | null;
}

/** An item of information that may not be handed over. */
interface RefusedItem {
  readonly id: string;
  readonly name: string;
}

/** Information goes to the contractor and to approved firms of the chain that are at work (9(1)③ア(ア)). */
export class RecipientNotInChain extends DomainError {
  readonly code = 'provision.recipient-not-in-chain';
  readonly kind = 'rule-violated';
  readonly title = {
    ja: '提供できる事業者ではありません',
    en: 'Not a firm that information may go to',
  };

  constructor(deliveredOn: string, hops: readonly StandingOfHop[]) {
    const subcontracts = hops.map(({ word: _, ...hop }) => hop);
    super(hops.length === 0 ? STRANGER : notAtWork(deliveredOn, hops), {
      deliveredOn,
      subcontracts,
    });
  }
}

const STRANGER = {
  ja: '提供先は、選定した事業者でも、この案件の再委託先でもありません。再委託の承認を受け、開始を登録してから提供してください。',
  en: 'The recipient is neither the selected vendor nor a firm of the chain. Have its hop approved and started first.',
};

function notAtWork(day: string, hops: readonly StandingOfHop[]): Text {
  const words = hops.map(({ word, startedOn, endedOn }) => ({
    ja: `${word.ja}（開始：${startedOn ?? 'なし'}、終了：${endedOn ?? 'なし'}）`,
    en: `${word.en} (started ${startedOn ?? 'never'}, ended ${endedOn ?? 'never'})`,
  }));
  return {
    ja: `提供先は、提供日（${day}）に承認を受けて業務に当たっている再委託先ではありません。再委託の今の状態：${words.map(({ ja }) => ja).join('、')}。`,
    en: `The recipient is no firm of the chain at work under an approval on ${day}. Its hop stands: ${words.map(({ en }) => en).join('; ')}.`,
  };
}

/** A firm of the chain is given only what its approval names (9(1)②ア(エ)-9). */
export class ItemsNotApproved extends DomainError {
  readonly code = 'provision.items-not-approved';
  readonly kind = 'rule-violated';
  readonly title = {
    ja: '再委託の承認に含まれない情報です',
    en: 'The approval of the hop does not cover it',
  };

  constructor(items: readonly RefusedItem[], subcontractId: string) {
    super(
      {
        ja: `再委託の承認の対象に含まれない情報：${namesOf(items)}。再委託の内容を変更し、改めて承認を受けてください。`,
        en: `The approval of the hop does not name: ${namesOf(items)}. Change the hop and have it approved anew.`,
      },
      { items, subcontractId },
    );
  }
}

/** The contract names the information that may be handled; other information is not handed over (CL-05). */
export class OutsideAccessMatrix extends DomainError {
  readonly code = 'provision.outside-access-matrix';
  readonly kind = 'rule-violated';
  readonly title = {
    ja: '契約で取り扱うことができる情報ではありません',
    en: 'Outside the access matrix of the contract',
  };

  constructor(items: readonly RefusedItem[]) {
    super(
      {
        ja: `契約の「取り扱うことができる情報」の表にない情報：${namesOf(items)}。表に加える契約を締結してから提供してください。`,
        en: `The access matrix of the contract does not name: ${namesOf(items)}. Conclude a contract that adds them first.`,
      },
      { items },
    );
  }
}

function namesOf(items: readonly RefusedItem[]): string {
  return items.map(({ name }) => name).join('、');
}

/** Important information is given only to who is bound by a non-disclosure agreement (9(1)②ア(オ)). */
export class NdaMissing extends DomainError {
  readonly code = 'provision.nda-missing';
  readonly kind = 'rule-violated';
  readonly title = { ja: '秘密保持契約がありません', en: 'There is no non-disclosure agreement' };

  constructor(deliveredOn: string) {
    super(
      {
        ja: `提供先との間に、提供日（${deliveredOn}）に有効な秘密保持契約がありません。先に締結し、登録してください。`,
        en: `No non-disclosure agreement with the recipient is in force on ${deliveredOn}. Conclude and register one first.`,
      },
      { deliveredOn },
    );
  }
}

/** Once there was a contract, information is given only while one is in force (9(1)②ア(エ)). */
export class NoContractInForce extends DomainError {
  readonly code = 'provision.no-contract-in-force';
  readonly kind = 'rule-violated';
  readonly title = { ja: '有効な契約がありません', en: 'No contract is in force' };

  constructor(deliveredOn: string) {
    super(
      {
        ja: `提供先が業務を行う契約は、提供日（${deliveredOn}）には終了しています。新たに契約を締結してから提供してください。`,
        en: `The contract under which the recipient works has ended by ${deliveredOn}. Conclude a new one before handing information over.`,
      },
      { deliveredOn },
    );
  }
}
