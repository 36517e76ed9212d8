import { Body, Controller, Get, HttpCode, Param, Post, Req, Res } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { DomainError } from '../shared/domain/domain-error.js';
import type { Language } from '../shared/domain/text.js';
import { AcceptedLanguage } from '../shared/http/accepted-language.js';
import { ApiProblems } from '../shared/http/api-problems.decorator.js';
import { problemOf } from '../shared/http/problem.js';
import { Requires } from '../shared/http/requires.decorator.js';
import { answerPage, refusalPage, type AnswerPage } from './answer-page.js';
import { PAGE_HEADERS } from './answer-page-style.js';
import { PAGE_WORDS } from './answer-page-words.js';
import { AnswerPagesService } from './answer-pages.service.js';
import type { FormValues } from './domain/answer-form.js';

const PAGE = {
  description: 'A page in Japanese or English. Where a page is asked for, refusals are pages too.',
  content: { 'text/html': { schema: { type: 'string' } } },
} as const;

/** Pages for browsers: the token of the link is the credential, so that nothing is sent along by itself. */
@ApiTags('assessments')
@Controller('answers')
export class AnswerPagesController {
  constructor(private readonly service: AnswerPagesService) {}

  /** The page on which somebody of a vendor answers, by the link they were handed; the receipt once answers are handed in. */
  @Get(':token')
  @Requires('public')
  @ApiProblems(404, 410)
  @ApiOkResponse(PAGE)
  showAnswerPage(
    @Param('token') token: string,
    @AcceptedLanguage() language: Language,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    return this.answer({ request, reply, language }, () => this.service.open(token));
  }

  /** Takes what the form of the page is filled in with: saves it, shows it to be checked, or hands it in. */
  @Post(':token')
  @HttpCode(200)
  @Requires('public', 'form')
  @ApiProblems(404, 410, 412, 413, 415, 422)
  @ApiConsumes('application/x-www-form-urlencoded')
  @ApiBody({
    description: 'The fields of the form.',
    required: true,
    schema: { type: 'object', additionalProperties: { type: 'string' } },
  })
  @ApiOkResponse(PAGE)
  takeAnswerForm(
    @Param('token') token: string,
    @AcceptedLanguage() language: Language,
    @Body() form: object | undefined,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const values = (form ?? {}) as FormValues;
    return this.answer({ request, reply, language }, () =>
      values.do === 'submit'
        ? this.service.submit(token, values)
        : this.service.save(token, values),
    );
  }

  private async answer(
    { request, reply, language }: Exchange,
    act: () => Promise<AnswerPage>,
  ): Promise<string> {
    try {
      const page = await act();
      const hasFaults = (page.faults ?? []).length > 0;
      void reply.status(hasFaults ? 422 : 200).headers(PAGE_HEADERS);
      return answerPage(page, language);
    } catch (error) {
      if (!(error instanceof DomainError) || !wantsPage(request)) throw error;
      const { status, title, detail } = problemOf(error);
      void reply.status(status).headers(PAGE_HEADERS);
      const isNoLink = status === 404 || status === 400;
      const told = isNoLink ? PAGE_WORDS.noLink : detail;
      return refusalPage(title, told, language);
    }
  }
}

interface Exchange {
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
  readonly language: Language;
}

/** A browser asks for a page; other clients get problems as everywhere. */
function wantsPage({ headers }: FastifyRequest): boolean {
  return headers.accept?.includes('text/html') ?? false;
}
