import { Injectable, type OnModuleInit } from '@nestjs/common';
import { MaterialChanges } from '../engagements/index.js';
import { ClauseConfirmations } from './clause-confirmations.js';

/** Confirmations that clauses are left out are held to the engagement whenever it changes. */
@Injectable()
export class HoldConfirmationsToContent implements OnModuleInit {
  constructor(
    private readonly changes: MaterialChanges,
    private readonly confirmations: ClauseConfirmations,
  ) {}

  onModuleInit(): void {
    this.changes.subscribe((tx, actor, dossier) => this.confirmations.hold(tx, actor, dossier));
  }
}
