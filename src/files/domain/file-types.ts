/** A kind of file that is kept as evidence. */
export interface FileType {
  /** The ending it is handed out with. */
  readonly ending: string;
  /** Other endings it may come with. */
  readonly aliases?: readonly string[];
  readonly mediaType: string;
  /** A ZIP archive inside (ECMA-376 part 2, ODF 1.3 part 2), which is looked into. */
  readonly isArchive?: boolean;
  /** Plain text, which nothing but its ending tells apart. */
  readonly isText?: boolean;
}

const OPEN_XML = 'application/vnd.openxmlformats-officedocument';
const OPEN_DOCUMENT = 'application/vnd.oasis.opendocument';

/**
 * What evidence is made of in the trade: documents, tables, scans and screenshots. Nothing that runs, nothing a
 * browser renders as a page, and no container whose content could not be told (ZIP, mail, encrypted Office).
 */
export const FILE_TYPES: readonly FileType[] = [
  { ending: 'pdf', mediaType: 'application/pdf' },
  { ending: 'docx', mediaType: `${OPEN_XML}.wordprocessingml.document`, isArchive: true },
  { ending: 'xlsx', mediaType: `${OPEN_XML}.spreadsheetml.sheet`, isArchive: true },
  { ending: 'pptx', mediaType: `${OPEN_XML}.presentationml.presentation`, isArchive: true },
  { ending: 'odt', mediaType: `${OPEN_DOCUMENT}.text`, isArchive: true },
  { ending: 'ods', mediaType: `${OPEN_DOCUMENT}.spreadsheet`, isArchive: true },
  { ending: 'odp', mediaType: `${OPEN_DOCUMENT}.presentation`, isArchive: true },
  { ending: 'png', mediaType: 'image/png' },
  { ending: 'jpg', aliases: ['jpeg'], mediaType: 'image/jpeg' },
  { ending: 'tif', aliases: ['tiff'], mediaType: 'image/tiff' },
  { ending: 'csv', mediaType: 'text/csv', isText: true },
  { ending: 'txt', mediaType: 'text/plain', isText: true },
];

/** Every ending a file may come with, for a person to read. */
export const ENDINGS = FILE_TYPES.flatMap(({ ending, aliases = [] }) => [ending, ...aliases]);

/** The kind that an ending stands for. */
export function typeByEnding(ending: string): FileType | undefined {
  return FILE_TYPES.find((type) => type.ending === ending || type.aliases?.includes(ending));
}
