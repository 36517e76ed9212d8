import { PolicyException } from './policy-exception.entity.js';

export { ExceptionsModule } from './exceptions.module.js';
export const exceptionEntities = [PolicyException];
