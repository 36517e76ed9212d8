import { Check, Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';
import { sectionStaff } from '../engagements/index.js';
import { SeparatesDuties } from '../duties/index.js';
import { OwnedBy } from '../shared/persistence/owner.decorator.js';

const ENGAGEMENT = `(SELECT f.engagement_id FROM findings f
    WHERE f.organization_id = NEW.organization_id AND f.id = NEW.finding_id)`;

/** How a finding is corrected, and what a second person found of it. The last one of a finding counts. */
@Entity('corrective_actions')
@ForeignKey('Finding', ['organizationId', 'findingId'], ['organizationId', 'id'], {
  name: 'fk_corrective_actions_finding',
})
@ForeignKey('Person', ['organizationId', 'implementedBy'], ['organizationId', 'id'], {
  name: 'fk_corrective_actions_implementer',
})
@ForeignKey('Person', ['organizationId', 'verifiedBy'], ['organizationId', 'id'], {
  name: 'fk_corrective_actions_verifier',
})
@Unique('uq_corrective_actions_number', ['organizationId', 'findingId', 'number'])
@SeparatesDuties({
  name: 'sd_corrective_actions',
  rule: 'implement-verify',
  record: 'corrective-action',
  by: ['NEW.verified_by'],
  apartFrom: `'{}'::uuid[]`,
  unlessJoined: {
    apartFrom: 'ARRAY[NEW.implemented_by, NEW.recorded_by]',
    setting: 'separate-implementer-and-verifier',
  },
  on: 'NEW.verified_on',
  engagement: ENGAGEMENT,
})
@SeparatesDuties({
  name: 'sd_corrective_actions_audit',
  rule: 'audit-audited',
  record: 'corrective-action',
  by: ['NEW.verified_by'],
  apartFrom: `ARRAY(${sectionStaff({
    ...{ organization: 'NEW.organization_id', engagement: ENGAGEMENT },
    ...{ from: 'NEW.verified_on', until: 'NEW.verified_on' },
  })})`,
  on: 'NEW.verified_on',
  engagement: ENGAGEMENT,
  waiver: 'auditWaiverId',
})
@Check('ck_corrective_actions_verified', 'verified_by IS NULL OR implemented_on IS NOT NULL')
@Check('ck_corrective_actions_result', `result IN ('effective', 'not-effective')`)
@OwnedBy('organization')
export class CorrectiveAction {
  @PrimaryColumn('uuid')
  organizationId!: string;

  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  findingId!: string;

  /** 1 for the first of a finding. */
  @Column('integer')
  number!: number;

  @Column('text')
  plan!: string;

  /** The day it was carried out; null while it is only planned. */
  @Column('date', { nullable: true })
  implementedOn!: string | null;

  /** Who carries it out or, where the vendor does, answers for it. */
  @Column('uuid')
  implementedBy!: string;

  @Column('uuid')
  recordedBy!: string;

  @Column('text', { nullable: true })
  result!: 'effective' | 'not-effective' | null;

  @Column('text', { nullable: true })
  comment!: string | null;

  @Column('uuid', { nullable: true })
  verifiedBy!: string | null;

  @Column('date', { nullable: true })
  verifiedOn!: string | null;

  /** Whether the body lets one person correct and verify; visible in the record where it does. */
  @Column('boolean', { default: false })
  dutiesJoined!: boolean;

  /** The waiver under which one person corrected and verified; null where these were two people. */
  @Column('uuid', { nullable: true })
  dutyWaiverId!: string | null;

  /** The waiver under which someone of the section verified; null where it was someone else. */
  @Column('uuid', { nullable: true })
  auditWaiverId!: string | null;
}
