import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import type { HeldPost } from '../shared/authorization/caller.js';
import type { MadeElsewhereDto } from '../shared/http/made-elsewhere.dto.js';
import { OwnedBy } from '../shared/persistence/owner.decorator.js';
import { ActedInPost, PostOfAct } from '../shared/persistence/post-of-act.js';

/** That an approval of use was taken back (利用承認の取消し); the authorizing official's power over 9(2)⑤イ. */
@Entity('use_revocations')
@ForeignKey('UseApplication', ['organizationId', 'applicationId'], ['organizationId', 'id'], {
  name: 'fk_use_revocations_application',
})
@ForeignKey('Person', ['organizationId', 'revokedBy'], ['organizationId', 'id'], {
  name: 'fk_use_revocations_revoker',
})
@ForeignKey('Person', ['organizationId', 'recordedBy'], ['organizationId', 'id'], {
  name: 'fk_use_revocations_recorder',
})
@ActedInPost('fk_use_revocations_recorded_in', 'recordedIn')
@Check('ck_use_revocations_revoker', 'revoked_by IS NOT NULL OR made_elsewhere IS NOT NULL')
@OwnedBy('organization', 'append-only')
export class UseRevocation {
  @PrimaryColumn('uuid')
  organizationId!: string;

  @PrimaryColumn('uuid')
  applicationId!: string;

  @Column('date')
  revokedOn!: string;

  /** Who decided; null where it was decided elsewhere by someone not among the people. */
  @Column('uuid', { nullable: true })
  revokedBy!: string | null;

  @Column('uuid')
  recordedBy!: string;

  /** The role in which it was decided, or in which a decision made elsewhere was recorded. */
  @Column('text')
  recordedAs!: string;

  /** The post in which that was done. */
  @PostOfAct()
  recordedIn!: HeldPost | null;

  @Column('text')
  reason!: string;

  @Column('jsonb', { nullable: true })
  madeElsewhere!: MadeElsewhereDto | null;
}
