import {
  Body,
  Controller,
  Get,
  HttpCode,
  HttpStatus,
  Param,
  Post,
  Query,
  Req,
  Res,
} from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiOkResponse, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { FormReception, type ReceivedForm } from '../files/index.js';
import type { Language } from '../shared/domain/text.js';
import { AcceptedLanguage } from '../shared/http/accepted-language.js';
import { ApiProblems } from '../shared/http/api-problems.decorator.js';
import { RefusesWithPage } from '../shared/http/refusal-page.js';
import { Requires } from '../shared/http/requires.decorator.js';
import { AnswerLinkDoor } from './answer-link-door.js';
import { PAGE_REFUSAL } from './answer-page-frame.js';
import { PAGE_HEADERS } from './answer-page-style.js';
import { AnswerPageStepsService } from './answer-page-steps.service.js';
import type { AnswerPage } from './answer-page-content.js';
import { answerPage } from './answer-page.js';
import { AnswerPagesService } from './answer-pages.service.js';
import type { FormValues } from './domain/answer-form.js';
import { ShowAnswerPageQuery } from './dto/answer-page.dto.js';

const PAGE = {
  description: 'A page in Japanese or English. Where a page is asked for, refusals are pages too.',
  content: { 'text/html': { schema: { type: 'string' } } },
} as const;

/** Pages for browsers: the token of the link is the credential, so that nothing is sent along by itself. */
@ApiTags('assessments')
@Controller('answers')
export class AnswerPagesController {
  constructor(
    private readonly door: AnswerLinkDoor,
    private readonly service: AnswerPagesService,
    private readonly steps: AnswerPageStepsService,
    private readonly reception: FormReception,
  ) {}

  /** The page on which somebody of a vendor answers, by the link they were handed; the receipt once answers are handed in. */
  @Get(':token')
  @Requires('public')
  @RefusesWithPage(PAGE_REFUSAL)
  @ApiProblems(404, 410)
  @ApiOkResponse(PAGE)
  async showAnswerPage(
    @Param('token') token: string,
    @Query() query: ShowAnswerPageQuery,
    @AcceptedLanguage() language: Language,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const { show, done } = query;
    if (show === 'withdrawal')
      return this.page(reply, language, await this.steps.withdrawal(token));
    if (show === undefined) return this.page(reply, language, await this.service.open(token));
    const questions = await this.steps.list(token, query);
    return this.page(reply, language, { ...questions, ...(done && { notice: done }) });
  }

  /**
   * Takes what a form of the page is filled in with: saves answers with files as evidence, shows them to be checked, hands them in,
   * withdraws (辞退), or asks a question.
   */
  @Post(':token')
  @HttpCode(200)
  @Requires('public', 'form')
  @RefusesWithPage(PAGE_REFUSAL)
  @ApiProblems(404, 410, 412, 413, 415, 422, 503)
  @ApiConsumes('application/x-www-form-urlencoded', 'multipart/form-data')
  @ApiBody({
    description: 'The fields of the form, and files.',
    required: true,
    schema: { type: 'object', additionalProperties: { type: 'string' } },
  })
  @ApiOkResponse(PAGE)
  @ApiResponse({ status: 303, description: 'A question was asked; it is shown with the others.' })
  async takeAnswerForm(
    @Param('token') token: string,
    @AcceptedLanguage() language: Language,
    @Body() fields: object | undefined,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const form = await this.receive(token, request, fields);
    try {
      const page = await this.take(token, form);
      if (page !== undefined) return this.page(reply, language, page);
      void reply.status(HttpStatus.SEE_OTHER).header('location', '?show=questions&done=asked');
      return '';
    } finally {
      await this.reception.discard(form);
    }
  }

  /** No file is taken from whoever has no link. */
  private async receive(
    token: string,
    request: FastifyRequest,
    fields: object | undefined,
  ): Promise<ReceivedForm> {
    if (!request.isMultipart()) return { fields: (fields ?? {}) as FormValues, files: [] };
    await this.door.knock(token);
    return this.reception.receive(request);
  }

  /** The page that is shown next; undefined where a question was asked. */
  private take(token: string, form: ReceivedForm): Promise<AnswerPage | undefined> {
    const { fields } = form;
    if (fields.do === 'submit') return this.service.submit(token, fields);
    if (fields.do === 'withdraw') return this.steps.withdraw(token, fields);
    if (fields.do === 'ask') return this.steps.ask(token, fields, new ShowAnswerPageQuery());
    return this.service.save(token, form);
  }

  private page(reply: FastifyReply, language: Language, page: AnswerPage): string {
    const hasFaults = (page.faults ?? []).length > 0;
    void reply.status(hasFaults ? 422 : 200).headers(PAGE_HEADERS);
    return answerPage(page, language, this.reception.maxBytes);
  }
}
