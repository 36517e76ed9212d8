import { Injectable } from '@nestjs/common';
import { NotFound } from '../shared/domain/domain-error.js';
import { NOBODY } from '../shared/persistence/scope.js';
import { execute, type Tx } from '../shared/persistence/tx.js';
import { Transactor } from '../shared/persistence/transactor.js';
import type { Pack } from './domain/pack.js';
import { EMPTY_LAYER } from './domain/pack-merge.js';

/** The loaded policy versions. They never change, so each is read once and kept. */
@Injectable()
export class PolicyLibrary {
  private readonly packs = new Map<string, Pack>();

  constructor(private readonly transactor: Transactor) {}

  /** @throws NotFound */
  async pack(versionId: string): Promise<Pack> {
    return (
      this.packs.get(versionId) ??
      this.transactor.read(NOBODY, (tx) => this.packWithin(tx, versionId))
    );
  }

  /** The same inside an open transaction. @throws NotFound */
  async packWithin(tx: Tx, versionId: string): Promise<Pack> {
    const known = this.packs.get(versionId);
    if (known !== undefined) return known;
    const [row] = await execute<{ content: Pack }>(tx, {
      name: 'policy-version-content',
      text: 'SELECT content FROM policy_versions WHERE id = $1',
      values: [versionId],
    });
    if (row === undefined) throw new NotFound();
    // A version kept before a section was known has nothing in it.
    const pack = { ...EMPTY_LAYER, ...row.content };
    this.packs.set(versionId, pack);
    return pack;
  }

  /** The id of the version named `pack@version`, or of the highest where only `pack` is named: 1.10 after 1.9. */
  async versionNamed(tx: Tx, name: string): Promise<string | undefined> {
    const [packId, version] = name.split('@');
    const [row] = await execute<{ id: string }>(tx, {
      name: 'policy-version-named',
      text: `SELECT id FROM policy_versions
             WHERE pack_id = $1 AND ($2::text IS NULL OR version = $2)
             ORDER BY string_to_array(replace(version, '-', '.'), '.')::numeric[] DESC, id DESC LIMIT 1`,
      values: [packId, version ?? null],
    });
    return row?.id;
  }
}
