import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { OwnedBy } from '../shared/persistence/owner.decorator.js';

/**
 * The directory that tells which firm has an account, asked before any owner is known, so that a firm
 * has one account whoever invites it. It holds no secret and answers only to the exact number.
 */
@Entity('firm_numbers')
@ForeignKey('Organization', ['firmId'], ['id'], { name: 'fk_firm_numbers_firm' })
@OwnedBy('global', 'append-only')
export class FirmNumber {
  @PrimaryColumn('text')
  corporateNumber!: string;

  @Column('uuid')
  firmId!: string;
}
