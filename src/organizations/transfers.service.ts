import { Injectable, type StreamableFile } from '@nestjs/common';
import type { Caller } from '../shared/authorization/caller.js';
import { Stale } from '../shared/domain/domain-error.js';
import { attachment } from '../shared/http/attachment.js';
import { Transactor } from '../shared/persistence/transactor.js';
import { Administration } from './administration.js';
import { newcomersOf } from './domain/plan-transfers.js';
import {
  roleLabel,
  unitPath,
  type TransferRegister,
  type TransferStep,
} from './domain/transfer-plan.js';
import { TransferRefused } from './domain/transfer.errors.js';
import type {
  ApplyTransfersDto,
  PreviewTransfersDto,
  TransferPreviewDto,
  TransferResponseDto,
  TransferStepDto,
} from './dto/transfer.dto.js';
import { SignInAccess } from './sign-in-access.js';
import { transferForm } from './transfer-form.js';
import { TransferPlanning } from './transfer-planning.js';
import { TransferWriter } from './transfer-writer.js';

/** The transfers of a day (人事異動), e.g. 1 April, as one sheet of changes of posts. */
@Injectable()
export class TransfersService {
  constructor(
    private readonly transactor: Transactor,
    private readonly planning: TransferPlanning,
    private readonly writer: TransferWriter,
    private readonly administration: Administration,
    private readonly signIn: SignInAccess,
  ) {}

  /** @throws InvalidInput, NoPolicyInForce */
  async form(caller: Caller, on: string): Promise<StreamableFile> {
    const day = this.planning.dayOf(on, 'query');
    const register = await this.transactor.read(caller, (tx) =>
      this.planning.register(tx, caller, day),
    );
    const content = await transferForm(day, register);
    const names = { name: `人事異動_${on}`, plainName: `transfers-${on}` };
    return attachment({ kind: 'xlsx', content, ...names });
  }

  /** Changes nothing. @throws InvalidInput, NoPolicyInForce */
  async preview(
    caller: Caller,
    { on, workbook }: PreviewTransfersDto,
  ): Promise<TransferPreviewDto> {
    const day = this.planning.dayOf(on, 'body');
    const sheet = await this.planning.read(workbook);
    const { steps, faults, warnings, hash, register } = await this.transactor.read(caller, (tx) =>
      this.planning.plan(tx, caller, day, sheet),
    );
    const previewHash = faults.length === 0 ? hash : null;
    const shown = steps.map((step) => stepOf(step, register));
    return { ...day, previewHash, steps: shown, faults: [...faults], warnings: [...warnings] };
  }

  /**
   * All of it or nothing. The reply kept for repetition is without the passwords.
   * @throws InvalidInput, TransferRefused, Stale, AddressTaken, NoPolicyInForce
   */
  async apply(
    caller: Caller,
    { on, workbook, previewHash }: ApplyTransfersDto,
  ): Promise<TransferResponseDto> {
    const day = this.planning.dayOf(on, 'body');
    const sheet = await this.planning.read(workbook);
    const expected = await this.transactor.read(caller, (tx) =>
      this.planning.plan(tx, caller, day, sheet),
    );
    // Passwords are hashed before the transaction, and only where it can succeed.
    const isReady = expected.faults.length === 0 && expected.hash === previewHash;
    const newcomers = isReady ? [...newcomersOf(expected.steps)] : [];
    const secrets = await Promise.all(newcomers.map(() => this.signIn.newSecret()));
    const reply = await this.transactor.write(caller, (tx) =>
      this.administration.keep(tx, caller, async () => {
        const { faults, hash, steps } = await this.planning.plan(tx, caller, day, sheet);
        if (faults.length > 0) throw new TransferRefused(faults);
        if (hash !== previewHash) throw new Stale();
        return this.writer.write(tx, caller, day, steps, secrets);
      }),
    );
    if (caller.idempotency?.replayed === true) return reply;
    const registered = reply.registered.map((person, index) => ({
      ...person,
      initialPassword: secrets[index]?.password ?? null,
    }));
    return { ...reply, registered };
  }
}

function stepOf(
  { row, change, roleId, unitId, end, appoint }: TransferStep,
  { roles, units, people }: TransferRegister,
): TransferStepDto {
  return {
    row,
    change,
    roleId,
    roleLabel: roleLabel(roles, roleId),
    unitId,
    unitName: unitPath(units, unitId),
    end: end && {
      postId: end.id,
      personId: end.personId,
      personName: people.get(end.personId)?.name ?? '',
      handover: `/v1/register/handover?postId=${end.id}`,
    },
    appoint: appoint && {
      personId: appoint.person.id,
      name: appoint.person.name,
      email: appoint.person.email,
      validUntil: appoint.validUntil,
      acting: appoint.acting,
    },
  };
}
