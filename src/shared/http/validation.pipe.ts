import { ValidationPipe, type ValidationError } from '@nestjs/common';
import { InvalidInput, type InputFault } from '../domain/domain-error.js';
import { explain } from './validation-texts.js';

/** Checks bodies and queries against their DTO; unknown fields are refused, nothing is converted. */
export class RequestValidationPipe extends ValidationPipe {
  constructor() {
    super({
      whitelist: true,
      forbidNonWhitelisted: true,
      forbidUnknownValues: true,
      transform: true,
      stopAtFirstError: true,
      exceptionFactory: (errors) =>
        new InvalidInput(errors.flatMap((error) => faultsOf(error, '#'))),
    });
  }
}

function faultsOf(error: ValidationError, parent: string): InputFault[] {
  const pointer = `${parent}/${error.property.replaceAll('~', '~0').replaceAll('/', '~1')}`;
  const rules = Object.entries(error.constraints ?? {});
  const isMissing = error.value === undefined && rules.length > 0;
  const own = isMissing
    ? [{ pointer, detail: explain('isDefined', `${error.property} is required`) }]
    : rules.map(([rule, message]) => ({ pointer, detail: explain(rule, message) }));
  return [...own, ...(error.children ?? []).flatMap((child) => faultsOf(child, pointer))];
}
