import { Injectable } from '@nestjs/common';
import { HeldFiles, type ExaminedFile, type ReceivedForm, type SentFile } from '../files/index.js';
import type { TokenKey } from '../identity/index.js';
import { DomainError, Stale } from '../shared/domain/domain-error.js';
import { Transactor } from '../shared/persistence/transactor.js';
import type { Tx } from '../shared/persistence/tx.js';
import { AnswerLinkDoor, keyOf, personOf, versionIn } from './answer-link-door.js';
import type { AnswerPage } from './answer-page-content.js';
import type { AnswerLinkRow } from './answer-links.repository.js';
import {
  positionOfFile,
  readAnswerForm,
  type FormFault,
  type FormReading,
  type FormValues,
} from './domain/answer-form.js';
import { filesNamed } from './domain/answer-input.js';
import { isOut } from './domain/assessment-lifecycle.js';
import { DraftedEvidenceGone, NotWithVendor } from './domain/vendor-checklist.errors.js';
import {
  draftedFiles,
  draftsWithoutEvidence,
  unanswered,
  vendorStatusOf,
  type VendorChecklist,
} from './domain/vendor-checklist.js';
import { VendorAnswers } from './vendor-answers.js';

/** A file that was chosen in a field and may be held. */
interface Upload {
  readonly field: string;
  readonly file: ExaminedFile;
}

/** What a form was filled in with, its files looked into. */
interface Filled {
  readonly fields: FormValues;
  readonly uploads: readonly Upload[];
  /** What is wrong with files. */
  readonly faults: readonly FormFault[];
  readonly hadFiles: boolean;
}

/** Answering by a link: whoever holds it acts, in the name of the body that issued it, as the person it names. */
@Injectable()
export class AnswerPagesService {
  constructor(
    private readonly transactor: Transactor,
    private readonly door: AnswerLinkDoor,
    private readonly answers: VendorAnswers,
    private readonly held: HeldFiles,
  ) {}

  /** The form, or the receipt once answers are handed in. @throws InvalidInput, NotFound, AnswerLinkGone */
  open(token: string): Promise<AnswerPage> {
    const key = keyOf(token);
    return this.transactor.read(key, async (tx) => {
      const link = await this.door.admit(tx, key);
      const checklist = await this.answers.read(tx, key, link.assessmentId);
      const kind = isOut(checklist.status) ? 'form' : 'receipt';
      return { kind, checklist, link };
    });
  }

  /**
   * Saves what the form says with its files, all or none; to be shown again, or checked before it is handed in. No file
   * of a form that is not saved stays.
   * @throws InvalidInput, NotFound, AnswerLinkGone, WrongStage, NotWithVendor, AnswersClosed, ScannerUnavailable
   */
  async save(token: string, { fields, files }: ReceivedForm): Promise<AnswerPage> {
    const key = keyOf(token);
    const hadFiles = files.length > 0;
    const filled = { fields, hadFiles, ...(await this.examine(files)) };
    const examined = filled.uploads.map(({ file }) => file);
    try {
      return await this.held.around(key, examined, () =>
        this.transactor.write(key, (tx) => this.keep(tx, key, filled)),
      );
    } catch (error) {
      if (!(error instanceof Stale)) throw error;
      return { ...(await this.open(token)), values: fields, notice: 'stale', hadFiles };
    }
  }

  /** Hands in what is drafted. @throws InvalidInput, NotFound, AnswerLinkGone, Stale, WrongStage, NotWithVendor, AnswersClosed, AnswersMissing, DraftedEvidenceGone */
  async submit(token: string, form: FormValues): Promise<AnswerPage> {
    const key = keyOf(token);
    if (form.confirmed !== 'yes') {
      const page = await this.open(token);
      return page.kind === 'receipt' ? page : { ...page, kind: 'confirm', notice: 'confirmFirst' };
    }
    return this.transactor.write(key, async (tx) => {
      const link = await this.door.admit(tx, key);
      const { assessmentId: id } = link;
      const givenBy = personOf(link);
      const taken = await this.answers.take(tx, key, id, versionIn(form));
      this.answers.refuseUnready(taken);
      const ids = this.evidenceIn(taken.checklist);
      await this.held.handOver(tx, key, { kind: 'assessment', id }, { ids, givenBy });
      const checklist = await this.answers.submit(tx, key, taken, givenBy);
      return { kind: 'receipt', checklist, link };
    });
  }

  private async keep(tx: Tx, key: TokenKey, filled: Filled): Promise<AnswerPage> {
    const { fields, hadFiles } = filled;
    const link = await this.door.admit(tx, key);
    const before = await this.answers.read(tx, key, link.assessmentId);
    const reading = this.read(filled, before);
    const status = vendorStatusOf(before.status);
    if (status !== 'open') {
      if (reading.changed.length > 0) throw new NotWithVendor(status);
      return { kind: 'receipt', checklist: before, link };
    }
    if (reading.faults.length > 0) {
      const { faults } = reading;
      return { kind: 'form', checklist: before, link, values: fields, faults, hadFiles };
    }
    const checklist = await this.draft(tx, key, { link, before, reading }, filled);
    if (fields.do !== 'review') return { kind: 'form', checklist, link, notice: 'saved' };
    const isWhole = unanswered(checklist.criteria).length === 0;
    return isWhole
      ? { kind: 'confirm', checklist, link }
      : { kind: 'form', checklist, link, notice: 'missing' };
  }

  /** Drafts what changed; files that are named are held for it, those that are named no more let go. */
  private async draft(
    tx: Tx,
    key: TokenKey,
    {
      link,
      before,
      reading: { changed },
    }: {
      readonly link: AnswerLinkRow;
      readonly before: VendorChecklist;
      readonly reading: FormReading;
    },
    { fields, uploads }: Filled,
  ): Promise<VendorChecklist> {
    if (changed.length === 0) return before;
    const subject = { kind: 'assessment', id: link.assessmentId };
    const named = new Set(filesNamed(changed).map(({ id }) => id));
    const files = uploads.map(({ file }) => file).filter(({ id }) => named.has(id));
    const place = { id: link.assessmentId, expected: versionIn(fields) };
    const checklist = await this.answers.draft(tx, key, place, changed, personOf(link));
    await this.held.hold(tx, key, subject, files);
    await this.held.keepOnly(tx, key, subject, draftedFiles(checklist.criteria));
    return checklist;
  }

  /** What the form says; what is wrong with its files stands with what is wrong with their questions. */
  private read({ fields, uploads, faults }: Filled, { criteria }: VendorChecklist): FormReading {
    const named = uploads.map(({ field, file: { id, name } }) => ({
      ...{ field, title: name, fileId: id },
    }));
    const reading = readAnswerForm(fields, criteria, this.door.clock.today(), named);
    const all = [...reading.faults, ...faults];
    return { ...reading, faults: all.sort((one, other) => one.position - other.position) };
  }

  /** What was chosen in a field that no question has is passed over. */
  private async examine(files: readonly SentFile[]): Promise<Pick<Filled, 'uploads' | 'faults'>> {
    const uploads: Upload[] = [];
    const faults: FormFault[] = [];
    for (const sent of files) {
      const { field } = sent;
      const position = positionOfFile(field);
      if (position === 0) continue;
      const looked = 'fault' in sent ? sent : await this.look(sent.file);
      if ('fault' in looked) faults.push({ field, position, detail: looked.fault });
      else uploads.push({ field, file: looked });
    }
    return { uploads, faults };
  }

  /** @throws ScannerUnavailable */
  private async look(
    file: Parameters<HeldFiles['examine']>[0],
  ): Promise<ExaminedFile | { readonly fault: FormFault['detail'] }> {
    try {
      return await this.held.examine(file);
    } catch (error) {
      if (!(error instanceof DomainError) || error.kind === 'unavailable') throw error;
      return { fault: error.detail };
    }
  }

  /** Files that drafts name are held for them, or were taken over from answers of before. @throws DraftedEvidenceGone */
  private evidenceIn({ criteria }: VendorChecklist): string[] {
    const ids = draftedFiles(criteria);
    const lapsed = draftsWithoutEvidence(criteria, new Set(ids), this.door.clock.today());
    if (lapsed.length > 0) throw new DraftedEvidenceGone(lapsed);
    return ids;
  }
}
