import { Injectable } from '@nestjs/common';
import { Authority } from '../organizations/index.js';
import { obligationsFor, type Pack } from '../policies/index.js';
import type { Caller, HeldPost } from '../shared/authorization/caller.js';
import { refuse, type InputFault } from '../shared/domain/domain-error.js';
import { Transactor } from '../shared/persistence/transactor.js';
import type { Tx } from '../shared/persistence/tx.js';
import { BusinessClock } from '../shared/time/clock.js';
import { periodFaults } from './domain/engagement-input.js';
import { refuseEnded } from './domain/engagement.errors.js';
import { isProvedBy } from './domain/obligation-plan.js';
import { Dossiers } from './dossiers.js';
import type {
  FileRecordDto,
  RecordListDto,
  RecordResponseDto,
  VoidRecordDto,
} from './dto/record.dto.js';
import { RecordBooks } from './record-books.js';
import type { Dossier } from './dossier.js';

/** Plain records by which staff prove duties that need no machinery of their own. */
@Injectable()
export class RecordsService {
  constructor(
    private readonly transactor: Transactor,
    private readonly books: RecordBooks,
    private readonly dossiers: Dossiers,
    private readonly authority: Authority,
    private readonly clock: BusinessClock,
  ) {}

  /** Files a record; it proves what it can. @throws NotFound, InvalidInput, RoleRequired */
  file(caller: Caller, engagementId: string, body: FileRecordDto): Promise<RecordResponseDto> {
    return this.transactor.write(caller, async (tx) => {
      const dossier = await this.dossiers.lock(tx, caller, engagementId);
      refuseEnded(dossier.engagement.status);
      this.refuseFaults(dossier.pack, body);
      const recordedIn = await this.postFor(tx, caller, dossier, body.kind);
      const { fileIds, evidence = [], validUntil = null, ...stated } = body;
      const recordedAs = recordedIn.roleId;
      const record = { ...stated, evidence, validUntil, recordedAs, recordedIn };
      const filed = await this.books.file(tx, caller, dossier, record, fileIds);
      await this.dossiers.touch(tx, caller, dossier);
      return filed;
    });
  }

  /** Ends the effect of a record; it stays readable. @throws NotFound, RecordVoided */
  void(
    caller: Caller,
    at: { readonly engagementId: string; readonly id: string },
    { reason }: VoidRecordDto,
  ): Promise<void> {
    return this.transactor.write(caller, async (tx) => {
      const dossier = await this.dossiers.lock(tx, caller, at.engagementId);
      refuseEnded(dossier.engagement.status);
      await this.dossiers.postWith(tx, caller, 'engagement:decide', dossier);
      const voidedOn = this.clock.today();
      await this.books.records.void(tx, caller, at, { voidedOn, voidedReason: reason });
      await this.books.ledger.void(tx, caller, { kind: 'record', id: at.id }, reason);
      await this.dossiers.touch(tx, caller, dossier);
    });
  }

  /** @throws NotFound */
  list(caller: Caller, engagementId: string): Promise<RecordListDto> {
    return this.transactor.read(caller, async (tx) => {
      await this.dossiers.read(tx, caller, engagementId);
      const records = await this.books.records.list(tx, caller, engagementId);
      const ids = records.map(({ id }) => id);
      const files = await this.books.files.of(tx, caller, 'record', ids);
      return { items: records.map((row) => ({ ...row, fileIds: files.get(row.id) ?? [] })) };
    });
  }

  /** The post in which the caller may record this: of a role that owes a duty the record proves. */
  private postFor(
    tx: Tx,
    caller: Caller,
    { engagement, pack }: Dossier,
    kind: string,
  ): Promise<HeldPost> {
    const owed = obligationsFor(pack, new Set(engagement.facts));
    const proved = owed.filter((rule) => isProvedBy(rule, { kind: 'record', of: [kind] }));
    const roles = new Set(proved.flatMap((rule) => rule.roles));
    const act =
      roles.size > 0
        ? { roles: [...roles], unitId: engagement.unitId }
        : { roles: pack.roles.map(({ id }) => id), unitId: null };
    return this.authority.postIn(tx, caller, act);
  }

  private refuseFaults(pack: Pack, body: FileRecordDto): void {
    const faults: InputFault[] = [];
    if (!pack.recordKinds.some(({ id }) => id === body.kind)) {
      faults.push({
        pointer: '#/kind',
        detail: {
          ja: `適用中のポリシーに記録の種類「${body.kind}」はありません。種類は、/v1/policies/{id}/articles の義務のうち record で示すものの of にあります。`,
          en: `The policy in force has no kind of record "${body.kind}". The kinds are in \`of\` of the obligations of /v1/policies/{id}/articles that a record proves.`,
        },
      });
    }
    if (body.statedOn > this.clock.today()) {
      faults.push({
        pointer: '#/statedOn',
        detail: { ja: '未来の日付は記録できません。', en: 'It cannot be in the future.' },
      });
    }
    refuse([...faults, ...periodFaults(body.statedOn, body.validUntil ?? null, '#/validUntil')]);
  }
}
