import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn } from 'class-validator';
import { LANGUAGES, type Language } from '../../shared/domain/text.js';
import { MayBeLeftOut } from '../../shared/http/validators.js';
import { SERVICE_TYPES } from '../domain/dora-chain.js';

export class DrawChainQuery {
  /** The language `Accept-Language` asks for where left out. */
  @MayBeLeftOut()
  @IsIn(LANGUAGES)
  @ApiPropertyOptional({ enum: LANGUAGES })
  language?: Language;
}

const SUPPLY_CHAIN_FORMATS = ['json', 'csv'] as const;

export class ReadSupplyChainQuery {
  /** The type of ICT service as the register has it (EU 2024/2956, Annex III), e.g. `S19` for software as a service. */
  @IsIn(SERVICE_TYPES)
  @ApiProperty({ enum: SERVICE_TYPES })
  serviceType!: string;

  /** JSON where left out. */
  @MayBeLeftOut()
  @IsIn(SUPPLY_CHAIN_FORMATS)
  @ApiPropertyOptional({ enum: SUPPLY_CHAIN_FORMATS, default: 'json' })
  format?: (typeof SUPPLY_CHAIN_FORMATS)[number];
}

/** A line of template B_05.02 (EU 2024/2956). */
export class SupplyChainLineDto {
  contractReference!: string;

  serviceType!: string;

  /** The corporate number (法人番号); where the firm has none, our own id of it. */
  providerCode!: string;

  /** `JP_CRN` for a corporate number; empty for our own id. */
  providerCodeType!: string;

  /** 1 for the firm that signs with the body. */
  @ApiProperty({ type: 'integer' })
  rank!: number;

  /** The firm one rank above that passed the work on; `Not applicable` for rank 1. */
  recipientCode!: string;

  recipientCodeType!: string;
}

export class SupplyChainDto {
  items!: SupplyChainLineDto[];
}
