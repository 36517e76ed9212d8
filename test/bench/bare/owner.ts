import type { FastifyRequest } from 'fastify';
import { EACH, SIGNED_IN_PERSON } from '../data/counts.js';
import { idOf } from '../data/ids.js';

/** Whose rows a request is about. */
export interface Owner {
  readonly organizationId: string;
  readonly personId: string;
}

/** The organization that its token names, which is believed. */
export function ownerOf({ headers }: FastifyRequest): Owner {
  const organization = parseInt(headers.authorization?.slice(27, 39) ?? '', 16);
  const person = (organization - 1) * EACH.people + SIGNED_IN_PERSON;
  return { organizationId: idOf('organization', organization), personId: idOf('person', person) };
}
