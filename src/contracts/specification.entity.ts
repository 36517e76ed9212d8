import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import type { HeldPost } from '../shared/authorization/caller.js';
import { OwnedBy } from '../shared/persistence/owner.decorator.js';
import { ActedInPost, PostOfAct } from '../shared/persistence/post-of-act.js';
import { KeptForGood } from '../shared/persistence/row-guards.js';
import type { SpecificationContent } from './domain/specification-content.js';
import type {
  Requirement,
  SelectionCondition,
  SpecificationStatus,
} from './domain/specification.js';

/** A version of the security part of a procurement specification (調達仕様書, 9(2)④ア). */
@Entity('specifications')
@ForeignKey('Engagement', ['organizationId', 'engagementId'], ['organizationId', 'id'], {
  name: 'fk_specifications_engagement',
})
@ForeignKey('Person', ['organizationId', 'draftedBy'], ['organizationId', 'id'], {
  name: 'fk_specifications_drafter',
})
@ForeignKey('Person', ['organizationId', 'confirmedBy'], ['organizationId', 'id'], {
  name: 'fk_specifications_confirmer',
})
@Unique('uq_specifications_number', ['organizationId', 'engagementId', 'number'])
@Index('uq_specifications_draft', ['organizationId', 'engagementId'], {
  unique: true,
  where: `status = 'draft'`,
})
@Index('uq_specifications_confirmed', ['organizationId', 'engagementId'], {
  unique: true,
  where: `status = 'confirmed'`,
})
@Check('ck_specifications_status', `status IN ('draft', 'confirmed', 'superseded')`)
@Check(
  'ck_specifications_confirmed',
  `(status = 'draft') = (confirmed_by IS NULL) AND (confirmed_by IS NULL) = (confirmed_on IS NULL)`,
)
@Check('ck_specifications_superseded', `(status = 'superseded') = (superseded_on IS NOT NULL)`)
@Check('ck_specifications_content', '(content IS NULL) = (content_hash IS NULL)')
@Check('ck_specifications_content_draft', `content IS NULL OR status <> 'draft'`)
@KeptForGood('sd_specifications', {
  but: ['version', 'status', 'superseded_on'],
  isKept: `OLD.status <> 'draft'`,
})
@ActedInPost('fk_specifications_confirmed_in', 'confirmedIn')
@OwnedBy('organization')
export class Specification {
  @PrimaryColumn('uuid')
  organizationId!: string;

  @PrimaryColumn('uuid')
  id!: string;

  @Column('integer')
  version!: number;

  @Column('uuid')
  engagementId!: string;

  /** Counts the versions of the engagement's specification from 1. */
  @Column('integer')
  number!: number;

  @Column('text')
  status!: SpecificationStatus;

  @Column('text')
  title!: string;

  @Column('text', { nullable: true })
  documentNumber!: string | null;

  /** The conditions of the policy with their texts as they were when drafted. */
  @Column('jsonb')
  conditions!: readonly SelectionCondition[];

  @Column('jsonb')
  requirements!: readonly Requirement[];

  @Column('uuid')
  draftedBy!: string;

  @Column('uuid', { nullable: true })
  confirmedBy!: string | null;

  /** The role in which it was confirmed. */
  @Column('text', { nullable: true })
  confirmedAs!: string | null;

  /** The post in which that was done. */
  @PostOfAct()
  confirmedIn!: HeldPost | null;

  @Column('date', { nullable: true })
  confirmedOn!: string | null;

  @Column('date', { nullable: true })
  supersededOn!: string | null;

  /** Everything the document says, as it stood at confirmation; null for a draft and before this was kept. */
  @Column('jsonb', { nullable: true })
  content!: SpecificationContent | null;

  /** SHA-256 of the content. */
  @Column('text', { nullable: true })
  contentHash!: string | null;
}
