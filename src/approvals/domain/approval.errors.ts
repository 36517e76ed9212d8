import { DomainError } from '../../shared/domain/domain-error.js';

/** The policy has the body name its authorizing official (許可権限者), and it has not. */
export class AuthorizingOfficialNotNamed extends DomainError {
  readonly code = 'approval.authorizing-official-not-named';
  readonly kind = 'rule-violated';
  readonly title = {
    ja: '利用申請の許可権限者が決まっていません',
    en: 'The authorizing official is not named',
  };

  constructor(setting: string) {
    super(
      {
        ja: `ポリシーは利用申請の許可権限者を条文で定めていません。システム管理担当者が設定「${setting}」に、決定する役職を登録してください。`,
        en: `The policy leaves open who authorizes cloud use. Have the administrator name the role in the setting "${setting}".`,
      },
      { setting },
    );
  }
}

/** Nobody can be appointed to manage the service: the policy gives no role that duty. */
export class NoRoleManagesService extends DomainError {
  readonly code = 'approval.no-role-manages-service';
  readonly kind = 'rule-violated';
  readonly title = {
    ja: 'サービスを管理する役割がありません',
    en: 'No role manages the service',
  };

  constructor(duty: string) {
    super(
      {
        ja: `この案件のポリシーには、職務（duties）「${duty}」を担う役割がないため、サービスの責任者を任命できません。`,
        en: `The policy of the engagement has no role with the duty "${duty}", so nobody can be appointed to manage the service.`,
      },
      { duty },
    );
  }
}

/** The policy asks for no use application for this engagement. */
export class NoUseApprovalNeeded extends DomainError {
  readonly code = 'approval.not-needed';
  readonly kind = 'rule-violated';
  readonly title = { ja: '利用申請の対象ではありません', en: 'No use application is needed' };

  constructor() {
    super({
      ja: 'この案件には、利用申請を要するポリシーの規定が適用されません。',
      en: 'No rule of the policy that applies to this engagement asks for a use application.',
    });
  }
}

/** The engagement has an application that is not decided yet. */
export class ApplicationPending extends DomainError {
  readonly code = 'approval.application-pending';
  readonly kind = 'conflict';
  readonly title = { ja: '未決の利用申請があります', en: 'An application is pending' };

  constructor(useApplicationId: string) {
    super(
      {
        ja: `この案件には未決の利用申請（ID ${useApplicationId}）があります。その申請を進めるか、取り下げてください。`,
        en: `The engagement has an undecided use application (id ${useApplicationId}). Go on with it, or withdraw it.`,
      },
      { useApplicationId },
    );
  }
}

/** The application does not stand where this can be done. */
export class ApplicationNotThere extends DomainError {
  readonly code = 'approval.wrong-status';
  readonly kind = 'rule-violated';
  readonly title = {
    ja: '申請の今の状態では行えません',
    en: 'Not in this state of the application',
  };
}
