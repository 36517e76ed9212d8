import { ApiProperty } from '@nestjs/swagger';
import type { VendorPerson } from '../domain/vendor-person.js';

/** Somebody of a vendor who acted, as they were called then; nobody of the body. */
export class VendorPersonDto implements VendorPerson {
  /** `firm`: signed in for the account of a firm; `link`: by a link that the body handed out. */
  @ApiProperty({ enum: ['firm', 'link'] })
  kind!: VendorPerson['kind'];

  name!: string;

  email!: string;

  /** The account of the firm; null where they came by a link. */
  firmId!: string | null;
}
