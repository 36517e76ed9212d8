import { DomainError, InvalidInput } from '../../shared/domain/domain-error.js';
import type { Text } from '../../shared/domain/text.js';
import { ENDINGS } from './file-types.js';

/** What is sent is no single file with a name. */
export function unfitUpload(detail: Text): InvalidInput {
  return new InvalidInput([{ pointer: '#/file', detail }]);
}

/** The file is larger than the service keeps. */
export class FileTooLarge extends DomainError {
  readonly code = 'file.too-large';
  readonly kind = 'too-large';
  readonly title = { ja: 'ファイルが大きすぎます', en: 'The file is too large' };

  /** @param maxBytes the largest that is kept */
  constructor(maxBytes: number) {
    const limit = String(maxBytes);
    super(
      {
        ja: `ファイルは ${limit} バイトまでです。分割するか、解像度を下げてください。`,
        en: `A file may have at most ${limit} bytes. Split it or lower its resolution.`,
      },
      { maxBytes },
    );
  }
}

/** The content is of a kind that is not kept, whatever its name says. */
export class FileTypeRefused extends DomainError {
  readonly code = 'file.type-refused';
  readonly kind = 'rule-violated';
  readonly title = {
    ja: 'この種類のファイルは登録できません',
    en: 'Files of this kind are not kept',
  };

  /** @param found what the content is */
  constructor(found: Text) {
    super(
      {
        ja: `ファイルの中身は「${found.ja}」です。登録できるのは ${ENDINGS.join('、')} です。`,
        en: `The content is: ${found.en}. Kept are ${ENDINGS.join(', ')}.`,
      },
      { found, accepted: ENDINGS },
    );
  }
}

/** The name promises another kind than the content is. */
export class FileNameContradictsContent extends DomainError {
  readonly code = 'file.name-contradicts';
  readonly kind = 'rule-violated';
  readonly title = {
    ja: '拡張子と中身が一致しません',
    en: 'The ending of the name contradicts the content',
  };

  /**
   * @param declared the ending of the name; empty where it has none
   * @param found the ending of what the content is
   */
  constructor(declared: string, found: string) {
    const ending = declared === '' ? { ja: 'なし', en: 'missing' } : { ja: declared, en: declared };
    super(
      {
        ja: `名前の拡張子（${ending.ja}）と中身（${found}）が一致しません。元のファイルと名前を確認してください。`,
        en: `The ending of the name (${ending.en}) is not that of the content (${found}). Check the file and its name.`,
      },
      { declared, found },
    );
  }
}

/** Malware was found in it; it is kept, but nobody gets it. */
export class FileQuarantined extends DomainError {
  readonly code = 'file.quarantined';
  readonly kind = 'conflict';
  readonly title = { ja: '隔離されたファイルです', en: 'The file is quarantined' };

  /** @param signature the name of what was found */
  constructor(signature: string | null) {
    const name = String(signature);
    super(
      {
        ja: `このファイルからマルウェア（${name}）が検出されたため、取得も添付もできません。情報セキュリティの担当者に連絡してください。`,
        en: `Malware (${name}) was found in this file, so that it can be neither read nor attached. Tell those in charge of information security.`,
      },
      { signature },
    );
  }
}

/** The scanner does not answer, and nothing is kept unscanned where one is set up. */
export class ScannerUnavailable extends DomainError {
  readonly code = 'file.scanner-unavailable';
  readonly kind = 'unavailable';
  readonly title = { ja: 'ウイルス検査を行えません', en: 'The file cannot be scanned' };

  constructor() {
    super({
      ja: 'ウイルス検査の応答がないため、ファイルを登録できません。しばらくしてからもう一度送ってください。',
      en: 'The malware scanner does not answer, so the file was not kept. Send it again in a while.',
    });
  }
}

/** Something names the file as its evidence, so it stays. */
export class FileAttached extends DomainError {
  readonly code = 'file.attached';
  readonly kind = 'conflict';
  readonly title = { ja: '添付済みのファイルです', en: 'The file is attached' };

  constructor() {
    super({
      ja: 'このファイルは記録の証拠として添付されているため、取り下げられません。',
      en: 'The file is attached as evidence and cannot be withdrawn.',
    });
  }
}

/** A file is withdrawn by the person who uploaded it. */
export class NotTheUploader extends DomainError {
  readonly code = 'file.not-uploader';
  readonly kind = 'rule-violated';
  readonly title = { ja: '登録した本人ではありません', en: 'Uploaded by somebody else' };

  constructor() {
    super({
      ja: 'ファイルを取り下げられるのは、登録した本人だけです。',
      en: 'Only the person who uploaded a file can withdraw it.',
    });
  }
}
