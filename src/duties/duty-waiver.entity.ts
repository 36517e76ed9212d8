import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { HeldPost } from '../shared/authorization/caller.js';
import { DUTY_RULES, type DutyRule } from '../shared/domain/separation-of-duties.js';
import type { MadeElsewhereDto } from '../shared/http/made-elsewhere.dto.js';
import { OwnedBy } from '../shared/persistence/owner.decorator.js';
import { ActedInPost, PostOfAct } from '../shared/persistence/post-of-act.js';
import { KeepsAsWritten } from '../shared/persistence/row-guards.js';

/**
 * A permission that one person does both of two acts that fall to two people, where that cannot be
 * avoided (2(8) やむを得ない場合). Acts name it; it is never changed but to end it.
 */
@Entity('duty_waivers')
@ForeignKey('Person', ['organizationId', 'personId'], ['organizationId', 'id'], {
  name: 'fk_duty_waivers_person',
})
@ForeignKey('Engagement', ['organizationId', 'engagementId'], ['organizationId', 'id'], {
  name: 'fk_duty_waivers_engagement',
})
@ForeignKey('Person', ['organizationId', 'permittedBy'], ['organizationId', 'id'], {
  name: 'fk_duty_waivers_permitter',
})
@ForeignKey('Person', ['organizationId', 'recordedBy'], ['organizationId', 'id'], {
  name: 'fk_duty_waivers_recorder',
})
@ForeignKey('Person', ['organizationId', 'endedBy'], ['organizationId', 'id'], {
  name: 'fk_duty_waivers_ender',
})
@Index('ix_duty_waivers_until', ['organizationId', 'validUntil', 'id'])
@Index('ix_duty_waivers_person', ['organizationId', 'personId', 'rule'])
@Check('ck_duty_waivers_rule', `rule IN (${DUTY_RULES.map((rule) => `'${rule}'`).join(', ')})`)
@Check('ck_duty_waivers_reason', 'char_length(reason) >= 10')
@Check('ck_duty_waivers_permitter', 'permitted_by <> person_id AND recorded_by <> person_id')
@Check('ck_duty_waivers_named', 'permitted_by IS NOT NULL OR made_elsewhere IS NOT NULL')
@Check(
  'ck_duty_waivers_period',
  `valid_from BETWEEN permitted_on AND valid_until AND valid_until <= valid_from + interval '1 year'`,
)
@Check(
  'ck_duty_waivers_standing',
  `engagement_id IS NOT NULL
    OR valid_until <= make_date(extract(year FROM valid_from + interval '9 months')::int, 3, 31)`,
)
@Check('ck_duty_waivers_ended', 'num_nulls(ended_on, ended_by, ended_reason) IN (0, 3)')
@KeepsAsWritten(
  'sd_duty_waivers',
  [
    ...['rule', 'person_id', 'engagement_id', 'reason', 'permitted_by', 'permitted_as'],
    ...['permitted_on', 'recorded_by', 'made_elsewhere', 'valid_from', 'valid_until'],
  ],
  'OLD.ended_on IS NOT NULL',
)
@KeepsAsWritten('sd_duty_waivers_post', ['permitted_in'])
@ActedInPost('fk_duty_waivers_permitted_in', 'permittedIn')
@OwnedBy('organization')
export class DutyWaiver {
  @PrimaryColumn('uuid')
  organizationId!: string;

  @PrimaryColumn('uuid')
  id!: string;

  @Column('integer')
  version!: number;

  @Column('text')
  rule!: DutyRule;

  /** Who may do both. */
  @Column('uuid')
  personId!: string;

  /** The one engagement it is for; null for a standing one. */
  @Column('uuid', { nullable: true })
  engagementId!: string | null;

  /** Why it cannot be avoided. */
  @Column('text')
  reason!: string;

  /** Who permitted it; null where that was elsewhere by someone without an entry among the people. */
  @Column('uuid', { nullable: true })
  permittedBy!: string | null;

  /** The role in which it was permitted here, or in which a permission given elsewhere was recorded. */
  @Column('text')
  permittedAs!: string;

  /** The post in which that was done. */
  @PostOfAct()
  permittedIn!: HeldPost | null;

  @Column('date')
  permittedOn!: string;

  @Column('uuid')
  recordedBy!: string;

  @Column('jsonb', { nullable: true })
  madeElsewhere!: MadeElsewhereDto | null;

  @Column('date')
  validFrom!: string;

  /** The last day. */
  @Column('date')
  validUntil!: string;

  /** The day it was ended early; it admits nothing from then on. */
  @Column('date', { nullable: true })
  endedOn!: string | null;

  @Column('uuid', { nullable: true })
  endedBy!: string | null;

  @Column('text', { nullable: true })
  endedReason!: string | null;
}
