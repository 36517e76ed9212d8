import { Injectable } from '@nestjs/common';
import type { Caller } from '../shared/authorization/caller.js';
import { NotFound } from '../shared/domain/domain-error.js';
import type { ExpectedVersion } from '../shared/http/expected-version.js';
import { Transactor } from '../shared/persistence/transactor.js';
import { AnswerEntry } from './answer-entry.js';
import { AnswersRepository } from './answers.repository.js';
import { AssessmentDesk } from './assessment-desk.js';
import { isOut } from './domain/assessment-lifecycle.js';
import { assessmentNotThere } from './domain/assessment-standing.js';
import { offerOf } from './domain/offer.js';
import type { AssessmentDto } from './dto/assessment.dto.js';
import type { MakeOfferDto, OfferDto } from './dto/offer.dto.js';
import { OffersRepository } from './offers.repository.js';

/** What candidates offer beside their answers: subcontractors and the way out. */
@Injectable()
export class OffersService {
  constructor(
    private readonly transactor: Transactor,
    private readonly desk: AssessmentDesk,
    private readonly entry: AnswerEntry,
    private readonly answers: AnswersRepository,
    private readonly offers: OffersRepository,
  ) {}

  /** Enters the whole offer, as long as answers are taken. @throws NotFound, Stale, HeldForAnotherUnit, WrongStage, AssessmentNotThere, AnswersClosed */
  make(
    caller: Caller,
    id: string,
    expected: ExpectedVersion,
    offer: MakeOfferDto,
  ): Promise<AssessmentDto> {
    return this.transactor.write(caller, async (tx) => {
      const sheet = await this.entry.open(tx, caller, id, expected);
      if (!isOut(sheet.status)) throw assessmentNotThere(sheet.status);
      const after = {
        ...{ assessmentId: id, round: sheet.round },
        ...{ ...offerOf(offer), enteredBy: caller.personId, givenBy: null },
      };
      await this.offers.keep(tx, caller, after);
      // No answer is given; the assessment is being answered all the same.
      const { enteredBy, givenBy } = after;
      const hand = { enteredBy, givenBy };
      await this.answers.write(tx, caller, sheet, [], hand);
      const subject = { kind: 'assessment', id };
      const facts = { round: sheet.round, subcontractors: after.subcontractors.length };
      const change = { action: 'assessment.offer-made', subject, after, facts };
      await this.desk.books.trail.append(tx, caller, change);
      return this.desk.show(tx, caller, id);
    });
  }

  /** @throws NotFound where there is none */
  read(caller: Caller, id: string): Promise<OfferDto> {
    return this.transactor.read(caller, async (tx) => {
      const offer = await this.offers.read(tx, caller, id);
      if (offer === undefined) throw new NotFound();
      const { subcontractors, exitPlan, ...rest } = offer;
      return {
        ...{ ...rest, subcontractors: [...subcontractors] },
        exitPlan: exitPlan && { ...exitPlan, formats: [...exitPlan.formats] },
      };
    });
  }
}
