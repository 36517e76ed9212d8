import { ApiProperty } from '@nestjs/swagger';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsIn, IsString, MaxLength } from 'class-validator';
import { HeldPostDto } from '../../shared/http/held-post.dto.js';
import { IsId, LongText } from '../../shared/http/validators.js';
import { TRUST_CONCLUSIONS, type TrustConclusion } from '../domain/trust-conclusion.js';

export class JudgeTrustDto {
  /** The cloud service whose provider is judged. */
  @IsId()
  cloudServiceId!: string;

  /** Whether the provider can be trusted with the information of the body. */
  @IsIn(TRUST_CONCLUSIONS)
  @ApiProperty({ enum: TRUST_CONCLUSIONS })
  conclusion!: TrustConclusion;

  /** Why, from audit reports, certification schemes and the like. */
  @LongText()
  grounds!: string;

  /** The papers relied on. @example ['ISMAP登録 C25-0001-2', 'SOC2 Type2 報告書 2026-03'] */
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(50)
  @IsString({ each: true })
  @MaxLength(1000, { each: true })
  documents!: string[];
}

/** A judgement of a provider's trustworthiness. */
export class TrustJudgementDto {
  id!: string;

  engagementId!: string;

  cloudServiceId!: string;

  @ApiProperty({ enum: TRUST_CONCLUSIONS })
  conclusion!: TrustConclusion;

  grounds!: string;

  documents!: string[];

  judgedBy!: string;

  /** The role in which it was judged. */
  judgedAs!: string;

  /** The post of that role, and whether it was held for another (職務代理); null for what was done before this was kept. */
  judgedIn!: HeldPostDto | null;

  judgedOn!: string;

  /** The day a later judgement took its place; null while it stands. */
  supersededOn!: string | null;
}

export class TrustJudgementListDto {
  items!: TrustJudgementDto[];
}
