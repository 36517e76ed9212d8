import { IsString, MaxLength, MinLength } from 'class-validator';

export class ChangePasswordDto {
  /** The password until now. */
  @IsString()
  @MinLength(1)
  @MaxLength(200)
  currentPassword!: string;

  /**
   * At least 12 characters, another than before, and hard to guess: no common word, name, date, row
   * of keys or repetition, nor what the person or the body is called.
   */
  @IsString()
  @MinLength(12)
  @MaxLength(200)
  newPassword!: string;
}

/** A new password to begin with. */
export class InitialPasswordResponseDto {
  /** Told here and nowhere else; null where the first reply is given again (Idempotency-Key). */
  initialPassword!: string | null;
}
