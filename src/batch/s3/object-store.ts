import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream, statSync } from 'node:fs';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import {
  DeleteObjectCommand,
  GetObjectCommand,
  HeadObjectCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  S3Client,
  S3ServiceException,
} from '@aws-sdk/client-s3';
import type { StoreAddress } from './address.ts';
import { toStoreFault } from './store-fault.ts';

/** When a write is to happen: where nothing is yet, or where this version still is. */
export type Condition = { readonly kind: 'absent' } | { readonly kind: 'unchanged'; readonly etag: string };

/** An object as it stands. */
export interface StoredObject {
  readonly bytes: Uint8Array;
  readonly etag: string;
  /** Milliseconds since it was written, by the store's own clock. */
  readonly ageMs: number;
}

/** The bytes' identity of an object, and who wrote it. */
export interface ObjectIdentity {
  readonly sha256: string;
  readonly etag: string;
  /** The run that wrote it, where one of ours did. */
  readonly run: string | null;
}

/** One prefix of a bucket. Names are relative to it. Every method throws STORE_UNAVAILABLE or STORE_REFUSED. */
export interface ObjectStore {
  /** Where the store is, for messages. */
  readonly name: string;
  /** Writes an object whole or not at all; answers with its version, null where the condition did not hold. */
  readonly put: (
    name: string,
    bytes: Uint8Array,
    options: { readonly condition: Condition; readonly type: string; readonly run?: string },
  ) => Promise<string | null>;
  readonly read: (name: string) => Promise<StoredObject | null>;
  readonly identify: (name: string) => Promise<ObjectIdentity | null>;
  /** Copies an object into a new file, without holding it in memory; false where there is none. */
  readonly download: (name: string, path: string) => Promise<boolean>;
  /** Makes an object hold what a file holds, without holding it in memory; writes nothing where it does already. */
  readonly upload: (name: string, path: string, type: string) => Promise<void>;
  readonly remove: (name: string) => Promise<void>;
  /** Names that begin so, in their order. */
  readonly list: (start: string) => Promise<string[]>;
  readonly close: () => void;
}

const REGION = 'us-east-1';
const RUN = 'fakturapress-run';

/**
 * The only door to the AWS client. Region, credentials and endpoint are those that it finds itself, as every tool for S3
 * does: `AWS_REGION`, `AWS_ACCESS_KEY_ID`, `AWS_PROFILE`, `AWS_ENDPOINT_URL_S3` and their like.
 */
export function openObjectStore({ bucket, prefix }: StoreAddress): ObjectStore {
  const environment = process.env;
  // The pinned version runs on every Node that we support; that later ones will not is nothing for users to act on.
  environment['AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED'] ??= 'true';
  const isElsewhere = Boolean(environment['AWS_ENDPOINT_URL_S3'] || environment['AWS_ENDPOINT_URL']);
  const client = new S3Client({
    // Stores of one's own are rarely known by a host name for each bucket, and have no regions.
    ...(isElsewhere ? { forcePathStyle: true, region: environment['AWS_REGION'] || REGION } : {}),
    maxAttempts: 5,
  });
  const name = `s3://${bucket}/${prefix}`;
  const storeTime = hearStoreTime(client);

  async function ask<T>(what: string, work: () => Promise<T>, expected: readonly number[] = []): Promise<T | null> {
    try {
      return await work();
    } catch (error) {
      const status = error instanceof S3ServiceException ? (error.$metadata.httpStatusCode ?? 0) : 0;
      if (expected.includes(status)) return null;
      throw toStoreFault(error, `${what} in ${name}`);
    }
  }

  const read: ObjectStore['read'] = (key) =>
    ask(`reading ${key}`, async () => {
      const answer = await client.send(new GetObjectCommand({ Bucket: bucket, Key: prefix + key }));
      const bytes = (await answer.Body?.transformToByteArray()) ?? new Uint8Array();
      return { bytes, etag: answer.ETag ?? '', ageMs: storeTime() - (answer.LastModified?.getTime() ?? 0) };
    }, [404]);

  return {
    name,
    read,
    put: (key, bytes, { condition, type, run }) =>
      ask(
        `writing ${key}`,
        async () => {
          const answer = await client.send(
            new PutObjectCommand({
              Bucket: bucket,
              Key: prefix + key,
              Body: bytes,
              ContentType: type,
              // The store refuses bytes that were damaged on their way, and keeps their hash for whoever asks later.
              ChecksumSHA256: createHash('sha256').update(bytes).digest('base64'),
              ...(condition.kind === 'absent' ? { IfNoneMatch: '*' } : { IfMatch: condition.etag }),
              ...(run === undefined ? {} : { Metadata: { [RUN]: run } }),
            }),
          );
          return answer.ETag ?? '';
        },
        // 404: the version that was to be replaced is gone. 409: somebody else is writing it at this moment.
        [409, 412, ...(condition.kind === 'unchanged' ? [404] : [])],
      ),
    identify: (key) =>
      ask(`looking for ${key}`, async () => {
        const command = { Bucket: bucket, Key: prefix + key, ChecksumMode: 'ENABLED' } as const;
        const head = await client.send(new HeadObjectCommand(command));
        const run = head.Metadata?.[RUN] ?? null;
        const known = head.ChecksumSHA256;
        if (known) return { sha256: Buffer.from(known, 'base64').toString('hex'), etag: head.ETag ?? '', run };
        // Written by others, or in a store that keeps no hashes: then the bytes themselves tell.
        const object = await read(key);
        const sha256 = createHash('sha256')
          .update(object?.bytes ?? '')
          .digest('hex');
        return { sha256, etag: object?.etag ?? '', run };
      }, [404]),
    async download(key, path) {
      const command = new GetObjectCommand({ Bucket: bucket, Key: prefix + key });
      const found = await ask(`reading ${key}`, () => client.send(command), [404]);
      if (found === null) return false;
      await ask(`reading ${key}`, () => pipeline(found.Body as Readable, createWriteStream(path, { flags: 'wx' })));
      return true;
    },
    async upload(key, path, type) {
      const sha256 = createHash('sha256');
      for await (const chunk of createReadStream(path)) sha256.update(chunk as Buffer);
      const digest = sha256.digest();
      const target = { Bucket: bucket, Key: prefix + key };
      const head = await ask(
        `looking for ${key}`,
        () => client.send(new HeadObjectCommand({ ...target, ChecksumMode: 'ENABLED' })),
        [404],
      );
      if (head?.ChecksumSHA256 === digest.toString('base64')) return;
      const body = { Body: createReadStream(path), ContentLength: statSync(path).size, ContentType: type };
      const command = { ...target, ...body, ChecksumSHA256: digest.toString('base64') };
      await ask(`writing ${key}`, () => client.send(new PutObjectCommand(command)));
    },
    async remove(key) {
      await ask(
        `removing ${key}`,
        () => client.send(new DeleteObjectCommand({ Bucket: bucket, Key: prefix + key })),
        [404],
      );
    },
    async list(start) {
      const names: string[] = [];
      for (let token: string | undefined, isWhole = false; !isWhole; ) {
        const command = new ListObjectsV2Command({ Bucket: bucket, Prefix: prefix + start, ContinuationToken: token });
        const page = await ask(`listing ${start}`, () => client.send(command));
        for (const { Key } of page?.Contents ?? []) if (Key !== undefined) names.push(Key.slice(prefix.length));
        token = page?.NextContinuationToken;
        isWhole = token === undefined;
      }
      return names.toSorted();
    },
    close: () => client.destroy(),
  };
}

/** The store's own time, by the newest answer: a host whose clock is wrong must not take a young lease for an old one. */
function hearStoreTime(client: S3Client): () => number {
  let aheadMs = 0;
  client.middlewareStack.add(
    (next) => async (request) => {
      const answer = await next(request);
      const { headers } = answer.response as { readonly headers?: Readonly<Record<string, string>> };
      const said = Date.parse(headers?.['date'] ?? '');
      if (!Number.isNaN(said)) aheadMs = said - Date.now();
      return answer;
    },
    { step: 'deserialize', priority: 'low', name: 'hearStoreTime' },
  );
  return () => Date.now() + aheadMs;
}
