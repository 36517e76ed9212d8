import { DomainError } from '../../shared/domain/domain-error.js';

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
        ja: `提供先との契約は、提供日（${deliveredOn}）には終了しています。新たに契約を締結してから提供してください。`,
        en: `The contract with the recipient has ended by ${deliveredOn}. Conclude a new one before handing information over.`,
      },
      { deliveredOn },
    );
  }
}
