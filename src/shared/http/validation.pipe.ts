import { ValidationPipe, type ArgumentMetadata, type ValidationError } from '@nestjs/common';
import { InvalidInput, type InputFault, type ParameterFault } from '../domain/domain-error.js';
import { pointerToken } from '../domain/json-pointer.js';
import { hasCompiledForm } from './compiled-form.js';
import { explain } from './validation-texts.js';

type Place = (errors: ValidationError[]) => readonly (InputFault | ParameterFault)[];

/** Checks bodies and queries against their DTO; unknown fields are refused, nothing is converted. */
export class RequestValidationPipe {
  private readonly body = pipeTelling((errors) => errors.flatMap((error) => faultsOf(error, '#')));
  private readonly parameters = pipeTelling((errors) => errors.map(parameterFault));

  async transform(value: unknown, metadata: ArgumentMetadata): Promise<unknown> {
    const isBody = metadata.type === 'body';
    if (isBody && hasCompiledForm(value, metadata.metatype)) return value;
    const pipe = isBody ? this.body : this.parameters;
    return (await pipe.transform(value, metadata)) as unknown;
  }
}

function pipeTelling(faults: Place): ValidationPipe {
  return new ValidationPipe({
    whitelist: true,
    forbidNonWhitelisted: true,
    forbidUnknownValues: true,
    transform: true,
    stopAtFirstError: true,
    // The words of a fault name the limits that its rules declare and fit what was given.
    validationError: { target: true, value: true },
    exceptionFactory: (errors) => new InvalidInput(faults(errors)),
  });
}

function faultsOf(error: ValidationError, parent: string): InputFault[] {
  const pointer = `${parent}/${pointerToken(error.property)}`;
  const own = error.constraints === undefined ? [] : [{ pointer, detail: explain(error) }];
  return [...own, ...(error.children ?? []).flatMap((child) => faultsOf(child, pointer))];
}

function parameterFault(error: ValidationError): ParameterFault {
  return { parameter: error.property, detail: explain(error) };
}
