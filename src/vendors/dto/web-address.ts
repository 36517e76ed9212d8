import { applyDecorators } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { IsUrl, MaxLength } from 'class-validator';

/** The address of a page (http or https) of at most 2,000 characters; it is kept, never fetched. */
export function WebAddress(): PropertyDecorator {
  return applyDecorators(
    IsUrl({ protocols: ['http', 'https'], require_protocol: true, require_valid_protocol: true }),
    MaxLength(2000),
    ApiProperty({ type: 'string', format: 'uri', maxLength: 2000 }),
  );
}
