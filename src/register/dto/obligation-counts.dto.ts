import { ApiProperty } from '@nestjs/swagger';

/** How many stand how. */
export class StateCountsDto {
  @ApiProperty({ type: 'integer' })
  met!: number;

  @ApiProperty({ type: 'integer' })
  pending!: number;

  @ApiProperty({ type: 'integer' })
  open!: number;

  @ApiProperty({ type: 'integer' })
  overdue!: number;

  @ApiProperty({ type: 'integer' })
  breached!: number;

  @ApiProperty({ type: 'integer' })
  excepted!: number;

  @ApiProperty({ type: 'integer' })
  notApplicable!: number;

  /** Open, overdue and breached together: owed, and nothing stands that proves it. */
  @ApiProperty({ type: 'integer' })
  unproven!: number;
}

/** How many duties of an engagement stand how, today or on the day it ended. */
export class ObligationCountsDto extends StateCountsDto {
  @ApiProperty({ type: 'integer' })
  total!: number;
}
