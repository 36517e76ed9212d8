import { Body, Controller, Get, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Caller } from '../shared/authorization/caller.js';
import { ApiProblems } from '../shared/http/api-problems.decorator.js';
import { CurrentCaller } from '../shared/http/caller.decorator.js';
import { IfMatch, Versioned, type ExpectedVersion } from '../shared/http/expected-version.js';
import { Idempotent } from '../shared/http/idempotent.decorator.js';
import { PageQuery } from '../shared/http/page.js';
import { Requires } from '../shared/http/requires.decorator.js';
import { ApiId, Id } from '../shared/http/validators.js';
import {
  ChangePersonDto,
  PersonPageDto,
  PersonResponseDto,
  RegisteredPersonResponseDto,
  RegisterPersonDto,
} from './dto/person.dto.js';
import { PeopleService } from './people.service.js';
import { PersonChangesService } from './person-changes.service.js';

@ApiTags('organization')
@Controller('v1/people')
export class PeopleController {
  constructor(
    private readonly service: PeopleService,
    private readonly changes: PersonChangesService,
  ) {}

  /** Registers a member of staff, who can sign in with the initial password told in the first reply only. */
  @Post()
  @Requires('organization:administer')
  @Idempotent()
  registerPerson(
    @CurrentCaller() caller: Caller,
    @Body() body: RegisterPersonDto,
  ): Promise<RegisteredPersonResponseDto> {
    return this.service.register(caller, body);
  }

  /** Lists the staff in the order they were registered, those who left included. */
  @Get()
  @Requires('organization:read')
  listPeople(@CurrentCaller() caller: Caller, @Query() query: PageQuery): Promise<PersonPageDto> {
    return this.service.list(caller, query);
  }

  /** Reads a member of staff. */
  @Get(':id')
  @Requires('organization:read')
  @ApiId()
  @ApiProblems(404)
  readPerson(@CurrentCaller() caller: Caller, @Id() id: string): Promise<PersonResponseDto> {
    return this.service.read(caller, id);
  }

  /** Changes a name, or says which day is the last someone serves. */
  @Patch(':id')
  @Requires('organization:administer')
  @Versioned()
  @ApiId()
  @ApiProblems(422)
  changePerson(
    @CurrentCaller() caller: Caller,
    @Id() id: string,
    @IfMatch() expected: ExpectedVersion,
    @Body() body: ChangePersonDto,
  ): Promise<PersonResponseDto> {
    return this.changes.change(caller, id, expected, body);
  }
}
