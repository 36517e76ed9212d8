import { Injectable } from '@nestjs/common';
import { refuseEnded, type Dossier } from '../engagements/index.js';
import { NotFound } from '../shared/domain/domain-error.js';
import type { ExpectedVersion } from '../shared/http/expected-version.js';
import type { Scope } from '../shared/persistence/scope.js';
import type { Tx } from '../shared/persistence/tx.js';
import { AllowedPlacesRepository, CloudServicesRepository } from '../vendors/index.js';
import { ApprovalBooks } from './approval-books.js';
import { refuseMove } from './domain/use-application-standing.js';
import type { UseApplicationStatus } from './domain/use-application-lifecycle.js';
import type { UseApplicationDto } from './dto/use-application.dto.js';
import {
  UseApplicationsRepository,
  type UseApplicationRow,
  type UseApplicationShown,
} from './use-applications.repository.js';

/** An application with the dossier of its engagement, both locked. */
export interface ApplicationFile {
  readonly application: UseApplicationRow;
  readonly dossier: Dossier;
}

/** Use applications together with the dossiers they rest on. */
@Injectable()
export class ApplicationFiles {
  constructor(
    readonly applications: UseApplicationsRepository,
    private readonly books: ApprovalBooks,
    private readonly services: CloudServicesRepository,
    private readonly places: AllowedPlacesRepository,
  ) {}

  /**
   * Locks the dossier and with it the application, for a step of which the caller saw both. Regions and
   * terms of the service, and where information may be handled, stay as they are until it is written.
   * @throws NotFound, Stale, WrongStage, ApplicationNotThere
   */
  async lock(
    tx: Tx,
    scope: Scope,
    id: string,
    { expected, to }: { readonly expected: ExpectedVersion; readonly to: UseApplicationStatus },
  ): Promise<ApplicationFile> {
    expected.require();
    const { engagementId } = await this.applications.read(tx, scope, id);
    const dossier = await this.books.dossiers.lock(tx, scope, engagementId);
    const application = await this.applications.read(tx, scope, id);
    expected.compare(versionOf(application, dossier));
    refuseEnded(dossier.engagement.status);
    refuseMove(application.status, to);
    await this.services.keep(tx, scope, application.cloudServiceId);
    await this.places.keep(tx, scope);
    return { application, dossier };
  }

  /** @throws NotFound */
  async show(tx: Tx, scope: Scope, id: string): Promise<UseApplicationDto> {
    const { engagementId } = await this.applications.read(tx, scope, id);
    const shown = await this.ofEngagement(tx, scope, engagementId);
    const found = shown.find((application) => application.id === id);
    if (found === undefined) throw new NotFound();
    return found;
  }

  /** @throws NotFound where there is no such engagement */
  async ofEngagement(tx: Tx, scope: Scope, engagementId: string): Promise<UseApplicationDto[]> {
    const dossier = await this.books.dossiers.read(tx, scope, engagementId);
    const rows = await this.applications.ofEngagement(tx, scope, engagementId);
    return rows.map((row) => ({ ...row, version: versionOf(row, dossier) }));
  }
}

/** What a decision must name: the application and everything it rests on. */
function versionOf(
  application: Pick<UseApplicationShown, 'version'>,
  { engagement }: Dossier,
): string {
  return `${String(application.version)}.${String(engagement.version)}`;
}
