import {
  DeleteObjectCommand,
  GetObjectCommand,
  HeadObjectCommand,
  NotFound,
  paginateListObjectsV2,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import { createReadStream } from 'node:fs';
import type { Readable } from 'node:stream';
import type { BucketConfig } from '../../shared/config/config.js';
import {
  keyIn,
  nameOf,
  type ContentKey,
  type ContentStore,
  type StoredContent,
} from './content-store.js';

/** Contents in a bucket of an S3-compatible storage. */
export class BucketStore implements ContentStore {
  private readonly client: S3Client;
  private readonly bucket: string;

  constructor({ name, region, endpoint }: BucketConfig) {
    this.bucket = name;
    this.client = new S3Client({
      region,
      // Storages of one's own have no name per bucket, and many do not know the newer checksums.
      ...(endpoint !== undefined && { endpoint, forcePathStyle: true }),
      requestChecksumCalculation: 'WHEN_REQUIRED',
      responseChecksumValidation: 'WHEN_REQUIRED',
    });
  }

  /** An object shows once it has arrived whole. */
  async put(key: ContentKey, path: string, bytes: number): Promise<void> {
    const content = { Body: createReadStream(path), ContentLength: bytes };
    await this.client.send(new PutObjectCommand({ ...this.at(key), ...content }));
  }

  async sizeOf(key: ContentKey): Promise<number | undefined> {
    try {
      return (await this.client.send(new HeadObjectCommand(this.at(key)))).ContentLength;
    } catch (error) {
      if (error instanceof NotFound) return undefined;
      throw error;
    }
  }

  async read(key: ContentKey): Promise<Readable> {
    const { Body: body } = await this.client.send(new GetObjectCommand(this.at(key)));
    // In Node.js the body of a reply is a stream of Node.js.
    return body as Readable;
  }

  async remove(key: ContentKey): Promise<void> {
    await this.client.send(new DeleteObjectCommand(this.at(key)));
  }

  async *all(): AsyncIterable<StoredContent> {
    for await (const page of paginateListObjectsV2(
      { client: this.client },
      { Bucket: this.bucket },
    )) {
      for (const { Key: name = '', LastModified: writtenAt } of page.Contents ?? []) {
        const key = keyIn(name);
        if (key !== undefined && writtenAt !== undefined) yield { key, writtenAt };
      }
    }
  }

  private at(key: ContentKey): { readonly Bucket: string; readonly Key: string } {
    return { Bucket: this.bucket, Key: nameOf(key) };
  }
}
