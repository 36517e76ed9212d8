import { ANSWERS } from '../domain/judgement.js';

/** As `IsNotBlank`. */
const NOT_BLANK = '[\\p{L}\\p{N}\\p{P}\\p{S}]';
const SHORT_TEXT = { type: 'string', pattern: NOT_BLANK, maxLength: 200 };

/** An address without anything unusual in it; the rules of the DTO know the others. */
const PLAIN_ADDRESS =
  '^https://([a-z0-9]{1,63}\\.){1,3}(jp|com|example)(/[A-Za-z0-9._/-]{0,500})?$';

/** As `IsId`, in lower case. */
const ID = '^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$';

const EVIDENCE = {
  type: 'object',
  required: ['title'],
  additionalProperties: false,
  properties: {
    title: SHORT_TEXT,
    url: { type: 'string', pattern: PLAIN_ADDRESS },
    documentReference: SHORT_TEXT,
    fileId: { type: 'string', pattern: ID },
  },
};

const ANSWER = {
  type: 'object',
  required: ['criterionId', 'answer'],
  additionalProperties: false,
  properties: {
    criterionId: SHORT_TEXT,
    answer: { enum: ANSWERS },
    reason: { type: 'string', pattern: NOT_BLANK, maxLength: 10_000 },
    evidence: { type: 'array', maxItems: 20, items: EVIDENCE },
    validUntil: { type: 'string', format: 'calendar-day' },
  },
};

const SOURCE = {
  type: 'object',
  additionalProperties: false,
  properties: { sourceFileId: { type: 'string', pattern: ID }, documentReference: SHORT_TEXT },
};

/** `GiveAnswersDto` as a schema: up to 200 answers are checked in a tenth of the time. */
export const GIVE_ANSWERS_SCHEMA = {
  type: 'object',
  required: ['answers'],
  additionalProperties: false,
  properties: {
    source: SOURCE,
    answers: { type: 'array', minItems: 1, maxItems: 200, items: ANSWER },
  },
};
