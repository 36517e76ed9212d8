import { Injectable } from '@nestjs/common';
import { readToken, type TokenKey } from '../identity/index.js';
import { InvalidInput, Stale } from '../shared/domain/domain-error.js';
import type { VendorPerson } from '../shared/domain/vendor-person.js';
import { ExpectedVersion } from '../shared/http/expected-version.js';
import { Transactor } from '../shared/persistence/transactor.js';
import type { Tx } from '../shared/persistence/tx.js';
import { BusinessClock } from '../shared/time/clock.js';
import type { AnswerPage } from './answer-page.js';
import { PAGE_WORDS } from './answer-page-words.js';
import { AnswerLinksRepository, type AnswerLinkRow } from './answer-links.repository.js';
import { readAnswerForm, type FormValues } from './domain/answer-form.js';
import { AnswerLinkGone } from './domain/answer-link.errors.js';
import { answerLinkStanding } from './domain/answer-link.js';
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

/** Answering by a link: whoever holds it acts, in the name of the body that issued it, as the person it names. */
@Injectable()
export class AnswerPagesService {
  constructor(
    private readonly transactor: Transactor,
    private readonly links: AnswerLinksRepository,
    private readonly answers: VendorAnswers,
    private readonly clock: BusinessClock,
  ) {}

  /** The form, or the receipt once answers are handed in. @throws InvalidInput, NotFound, AnswerLinkGone */
  open(token: string): Promise<AnswerPage> {
    const key = keyOf(token);
    return this.transactor.read(key, async (tx) => {
      const link = await this.admit(tx, key);
      const checklist = await this.answers.read(tx, key, link.assessmentId);
      const kind = isOut(checklist.status) ? 'form' : 'receipt';
      return { kind, checklist, name: link.name };
    });
  }

  /**
   * Saves what the form says, all or none; to be shown again, or checked before it is handed in.
   * @throws InvalidInput, NotFound, AnswerLinkGone, WrongStage, NotWithVendor, AnswersClosed
   */
  async save(token: string, form: FormValues): Promise<AnswerPage> {
    const key = keyOf(token);
    try {
      return await this.transactor.write(key, (tx) => this.keep(tx, key, form));
    } catch (error) {
      if (!(error instanceof Stale)) throw error;
      return { ...(await this.open(token)), values: form, notice: 'stale' };
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
      const { assessmentId, ...link } = await this.admit(tx, key);
      const taken = await this.answers.take(tx, key, assessmentId, versionIn(form));
      this.answers.refuseUnready(taken);
      this.refuseLapsed(taken.checklist);
      const checklist = await this.answers.submit(tx, key, taken, personOf(link));
      return { kind: 'receipt', checklist, name: link.name };
    });
  }

  private async keep(tx: Tx, key: TokenKey, form: FormValues): Promise<AnswerPage> {
    const link = await this.admit(tx, key);
    const { assessmentId: id, name } = link;
    const before = await this.answers.read(tx, key, id);
    const { changed, faults } = readAnswerForm(form, before.criteria, this.clock.today());
    const status = vendorStatusOf(before.status);
    if (status !== 'open') {
      if (changed.length > 0) throw new NotWithVendor(status);
      return { kind: 'receipt', checklist: before, name };
    }
    if (faults.length > 0) return { kind: 'form', checklist: before, name, values: form, faults };
    const expected = versionIn(form);
    const checklist =
      changed.length === 0
        ? before
        : await this.answers.draft(tx, key, { id, expected }, changed, personOf(link));
    if (form.do !== 'review') return { kind: 'form', checklist, name, notice: 'saved' };
    const isWhole = unanswered(checklist.criteria).length === 0;
    return isWhole
      ? { kind: 'confirm', checklist, name }
      : { kind: 'form', checklist, name, notice: 'missing' };
  }

  /** @throws InvalidInput, NotFound, AnswerLinkGone */
  private async admit(tx: Tx, key: TokenKey): Promise<AnswerLinkRow> {
    const link = await this.links.byToken(tx, key);
    const standing = answerLinkStanding(link, this.clock.today());
    if (standing !== 'open') throw new AnswerLinkGone(standing);
    return link;
  }

  /** Files that drafts name were taken over from answers of before: the body has them. */
  private refuseLapsed({ criteria }: VendorChecklist): void {
    const there = new Set(draftedFiles(criteria));
    const lapsed = draftsWithoutEvidence(criteria, there, this.clock.today());
    if (lapsed.length > 0) throw new DraftedEvidenceGone(lapsed);
  }
}

/** @throws InvalidInput where it is no link */
function keyOf(token: string): TokenKey {
  const key = readToken(token);
  if (key !== undefined) return key;
  throw new InvalidInput([{ parameter: 'token', detail: PAGE_WORDS.noLink }]);
}

function versionIn(form: FormValues): ExpectedVersion {
  return new ExpectedVersion(`"${form.version ?? ''}"`);
}

function personOf({ name, email }: Pick<AnswerLinkRow, 'name' | 'email'>): VendorPerson {
  return { kind: 'link', name, email, firmId: null };
}
