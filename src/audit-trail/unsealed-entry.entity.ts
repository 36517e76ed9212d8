import { Entity, PrimaryColumn } from 'typeorm';
import { OwnedBy } from '../shared/persistence/owner.decorator.js';

/**
 * An entry that waits for its number. It is written with the entry itself, so that one committed late
 * is only sealed later, and taken away when sealed. Global, because whoever seals asks whose entries
 * wait before any owner is known; it holds nothing but ids.
 */
@Entity('unsealed_entries')
@OwnedBy('global', 'with-drafts')
export class UnsealedEntry {
  @PrimaryColumn('uuid')
  organizationId!: string;

  @PrimaryColumn('uuid')
  entryId!: string;
}
