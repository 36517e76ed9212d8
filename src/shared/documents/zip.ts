const END_OF_CENTRAL_DIRECTORY = 0x06054b50;
const CENTRAL_HEADER_SIZE = 46;
const LOCAL_TIME = 10;
const CENTRAL_TIME = 12;
/** 1980-01-01 00:00, the first moment a ZIP file can name: the time 0 and the date 0x0021. */
const FIRST_MOMENT = 0x00210000;

/**
 * Sets the time of every entry of a ZIP file (PKWARE APPNOTE 4.3) to 1980-01-01, in place, so that
 * the same entries always give the same bytes. Takes what the office writers make: no comment, no
 * ZIP64.
 */
export function pinEntryTimes(zip: Buffer): Buffer {
  const end = zip.length - 22;
  if (end < 0 || zip.readUInt32LE(end) !== END_OF_CENTRAL_DIRECTORY) {
    throw new RangeError('Not a ZIP file without a comment');
  }
  let entry = zip.readUInt32LE(end + 16);
  for (let left = zip.readUInt16LE(end + 10); left > 0; left--) {
    zip.writeUInt32LE(FIRST_MOMENT, entry + CENTRAL_TIME);
    zip.writeUInt32LE(FIRST_MOMENT, zip.readUInt32LE(entry + 42) + LOCAL_TIME);
    entry += CENTRAL_HEADER_SIZE + variableLength(zip, entry);
  }
  return zip;
}

/** The name, the extra field and the comment behind a header of the central directory. */
function variableLength(zip: Buffer, entry: number): number {
  return zip.readUInt16LE(entry + 28) + zip.readUInt16LE(entry + 30) + zip.readUInt16LE(entry + 32);
}
