import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Caller } from '../shared/authorization/caller.js';
import { ApiProblems } from '../shared/http/api-problems.decorator.js';
import { CurrentCaller } from '../shared/http/caller.decorator.js';
import { Idempotent } from '../shared/http/idempotent.decorator.js';
import { Requires } from '../shared/http/requires.decorator.js';
import { ApiId, Id } from '../shared/http/validators.js';
import { CountryAssessmentsService } from './country-assessments.service.js';
import {
  AssessCountryDto,
  CountryAssessmentDto,
  CountryAssessmentPageDto,
  ListCountryAssessmentsQuery,
} from './dto/country-assessment.dto.js';

@ApiTags('cloud-services')
@Controller('v1/country-assessments')
export class CountryAssessmentsController {
  constructor(private readonly service: CountryAssessmentsService) {}

  /** Assesses the risk that the law of a country applies to the body's information; the one before counts no more. */
  @Post()
  @Requires('country:assess')
  @Idempotent()
  @ApiProblems(422)
  assessCountry(
    @CurrentCaller() caller: Caller,
    @Body() body: AssessCountryDto,
  ): Promise<CountryAssessmentDto> {
    return this.service.assess(caller, body);
  }

  /** Lists the assessments of countries, newest first. */
  @Get()
  @Requires('vendor:read')
  listCountryAssessments(
    @CurrentCaller() caller: Caller,
    @Query() query: ListCountryAssessmentsQuery,
  ): Promise<CountryAssessmentPageDto> {
    return this.service.list(caller, query);
  }

  /** Reads an assessment of a country. */
  @Get(':id')
  @Requires('vendor:read')
  @ApiId()
  @ApiProblems(404)
  readCountryAssessment(
    @CurrentCaller() caller: Caller,
    @Id() id: string,
  ): Promise<CountryAssessmentDto> {
    return this.service.read(caller, id);
  }
}
