import { ValidationPipe, type ArgumentMetadata, type ValidationError } from '@nestjs/common';
import { InvalidInput, type InputFault } from '../domain/domain-error.js';
import { hasCompiledForm } from './compiled-form.js';
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

  override async transform(value: unknown, metadata: ArgumentMetadata): Promise<unknown> {
    if (metadata.type === 'body' && hasCompiledForm(value, metadata.metatype)) return value;
    return (await super.transform(value, metadata)) as unknown;
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
