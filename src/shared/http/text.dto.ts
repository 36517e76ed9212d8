/** A text in both languages. */
export class TextDto {
  ja!: string;

  en!: string;
}
