import { Ajv, type SchemaObject, type ValidateFunction } from 'ajv';
import { isCalendarDate } from '../domain/calendar-date.js';

const ajv = new Ajv();
ajv.addFormat('calendar-day', isCalendarDate);

const FORMS = new WeakMap<object, ValidateFunction>();

/**
 * Gives a body that is large and often sent a schema, compiled once, that is checked first. It may
 * accept less than the rules of the DTO, never more: what it does not accept is left to the rules,
 * which alone say what is wrong.
 */
export function CompiledForm(schema: SchemaObject): ClassDecorator {
  return (target) => {
    FORMS.set(target, ajv.compile(schema));
  };
}

/** Whether a body has the compiled form of its DTO, if that has one. */
export function hasCompiledForm(body: unknown, dto: object | undefined): boolean {
  return dto !== undefined && FORMS.get(dto)?.(body) === true;
}
