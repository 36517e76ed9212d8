import { applyDecorators } from '@nestjs/common';
import { ApiExtraModels, ApiOkResponse, getSchemaPath } from '@nestjs/swagger';
import { FILE_CONTENT, MEDIA_TYPES } from './attachment.js';
import { DocumentDto } from './document.dto.js';

/** An operation that answers with a document: as JSON, or as a file that says the same. */
export function ApiDocument(what: string): MethodDecorator {
  return applyDecorators(
    ApiExtraModels(DocumentDto),
    ApiOkResponse({
      description: `${what}; every format says the same.`,
      content: {
        'application/json': { schema: { $ref: getSchemaPath(DocumentDto) } },
        [MEDIA_TYPES.docx]: FILE_CONTENT,
        [MEDIA_TYPES.pdf]: FILE_CONTENT,
        'text/html': { schema: { type: 'string' } },
      },
    }),
  );
}
