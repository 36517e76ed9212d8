import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { OwnedBy } from '../shared/persistence/owner.decorator.js';

/** A rule document of the body (規程・基準・実施手順) that its policy demands. */
@Entity('rule_documents')
@ForeignKey('Organization', ['organizationId'], ['id'], { name: 'fk_rule_documents_organization' })
@Index('ix_rule_documents_period', ['organizationId', 'effectiveFrom', 'id'])
@Check('ck_rule_documents_disclosure', `disclosure IN ('public', 'internal')`)
@Check('ck_rule_documents_period', 'effective_until IS NULL OR effective_until >= effective_from')
@OwnedBy('organization')
export class RuleDocument {
  @PrimaryColumn('uuid')
  organizationId!: string;

  @PrimaryColumn('uuid')
  id!: string;

  @Column('integer')
  version!: number;

  /** Ids of the rule-document kinds it answers for; one file may hold several. */
  @Column('text', { array: true })
  kinds!: string[];

  @Column('text')
  title!: string;

  /** As printed on it, e.g. 令和８年訓令第２号. */
  @Column('text')
  number!: string;

  @Column('date')
  effectiveFrom!: string;

  @Column('date', { nullable: true })
  effectiveUntil!: string | null;

  @Column('text')
  disclosure!: 'public' | 'internal';

  /** Where the text is kept. */
  @Column('text')
  location!: string;
}
