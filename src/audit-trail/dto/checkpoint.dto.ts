import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsInt, Max, Min } from 'class-validator';
import { MayBeLeftOut } from '../../shared/http/validators.js';

export const LARGEST_TREE = 2_147_483_647;

/** A signed statement of how many rows the trail had and of the Merkle root over them (RFC 9162). */
export class CheckpointDto {
  /** How many rows are sealed, from number 0 on. @example 4711 */
  @ApiProperty({ type: 'integer', minimum: 0 })
  treeSize!: number;

  /** Merkle tree hash over the rows, SHA-256 in base64. */
  rootHash!: string;

  /** When it was sealed (UTC). */
  sealedAt!: string;

  /** SHA-256 of the public key (SubjectPublicKeyInfo), in hexadecimal digits. */
  keyId!: string;

  /** The Ed25519 public key as SubjectPublicKeyInfo (RFC 8410), in base64. */
  publicKey!: string;

  /**
   * What is signed, with its signature (C2SP signed-note): the origin `mitodoke/trail/` and the id of the organization,
   * the size, the root and `sealed` with the time, a line each; an empty line; the line of the signature.
   */
  note!: string;
}

export class CheckpointPageDto {
  items!: CheckpointDto[];

  /** Send as `after` for the next page; null on the last. */
  nextCursor!: string | null;
}

export class InclusionQuery {
  /** Size of the tree to prove it in; that of the newest checkpoint where it is left out. */
  @MayBeLeftOut()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(LARGEST_TREE)
  @ApiPropertyOptional({ type: 'integer', minimum: 1, maximum: LARGEST_TREE })
  treeSize?: number;
}

/**
 * That an entry is in the tree (RFC 9162, section 2.1.3). Its leaf is the canonical JSON (RFC 8785) of the entry with
 * `organizationId` and `index`, the number it was sealed under.
 */
export class InclusionProofDto {
  /** The number of the entry in the trail. */
  @ApiProperty({ type: 'integer', minimum: 0 })
  leafIndex!: number;

  /** Hash of the leaf, in base64. */
  leafHash!: string;

  @ApiProperty({ type: 'integer', minimum: 1 })
  treeSize!: number;

  /** Root of the tree of this size, in base64. */
  rootHash!: string;

  /** The hashes that lead from the leaf to the root, lowest first, in base64. */
  hashes!: string[];
}

export class ConsistencyQuery {
  /** Size of the earlier tree. */
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(LARGEST_TREE)
  @ApiProperty({ type: 'integer', minimum: 1, maximum: LARGEST_TREE })
  from!: number;

  /** Size of the later tree; that of the newest checkpoint where it is left out. */
  @MayBeLeftOut()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(LARGEST_TREE)
  @ApiPropertyOptional({ type: 'integer', minimum: 1, maximum: LARGEST_TREE })
  to?: number;
}

/** That the later tree holds the earlier one unchanged (RFC 9162, section 2.1.4). */
export class ConsistencyProofDto {
  @ApiProperty({ type: 'integer', minimum: 1 })
  from!: number;

  @ApiProperty({ type: 'integer', minimum: 1 })
  to!: number;

  /** Root of the earlier tree, in base64. */
  fromRootHash!: string;

  /** Root of the later tree, in base64. */
  toRootHash!: string;

  /** The hashes that lead to both roots, in base64. */
  hashes!: string[];
}
