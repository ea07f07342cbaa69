import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { toReadFault, toWriteFault, writeWhole } from '../files/index.ts';
import { snapshotFaults } from './faults.ts';
import { parseSnapshot } from './parse-snapshot.ts';
import { printSnapshot } from './print-snapshot.ts';
import type { Snapshot } from './snapshot.ts';

/** Which content of the template the approved snapshots are of. */
export interface ApprovedTemplate {
  readonly version: string;
  /** Hash of the template's own files. */
  readonly content: string;
}

/** What has been approved of one template: the files of its `preview` folder. */
export class ApprovedSnapshots {
  readonly folder: string;

  constructor(templateDirectory: string) {
    this.folder = join(templateDirectory, 'preview');
  }

  /** Names of the cases that have an approved snapshot, in alphabetical order. */
  list(): readonly string[] {
    if (!existsSync(this.folder)) return [];
    return readdirSync(this.folder)
      .filter((file) => file.endsWith('.txt'))
      .map((file) => file.slice(0, -'.txt'.length))
      .toSorted();
  }

  /** The approved snapshot of a case; null where there is none. Throws SNAPSHOT_UNREADABLE. */
  read(name: string): Snapshot | null {
    const bytes = this.#read(`${name}.txt`);
    return bytes === null ? null : parseSnapshot(bytes.toString('utf8'), join('preview', `${name}.txt`));
  }

  /** The approved text as it stands; null where there is none. */
  readText(name: string): string | null {
    return this.#read(`${name}.txt`)?.toString('utf8') ?? null;
  }

  readPicture(name: string): Uint8Array | null {
    return this.#read(`${name}.png`);
  }

  /** When a case was last approved, as far as the disk knows; null where it never was. */
  approvedAt(name: string): Date | null {
    const path = join(this.folder, `${name}.txt`);
    return existsSync(path) ? statSync(path).mtime : null;
  }

  readTemplate(): ApprovedTemplate | null {
    const bytes = this.#read(RECORD);
    if (bytes === null) return null;
    try {
      const { version, content } = JSON.parse(bytes.toString('utf8')) as Record<keyof ApprovedTemplate, unknown>;
      if (typeof version === 'string' && typeof content === 'string') return { version, content };
    } catch {
      // Told below, as for any other content.
    }
    throw snapshotFaults.SNAPSHOT_UNREADABLE({
      message: `Unexpected content in ${join('preview', RECORD)}, expected version and content`,
    });
  }

  /** Writes a snapshot; its pages are approved from then on. */
  write(name: string, snapshot: Snapshot): void {
    this.writeText(name, printSnapshot(snapshot));
  }

  writeText(name: string, text: string): void {
    this.#write(`${name}.txt`, Buffer.from(text));
  }

  writePicture(name: string, png: Uint8Array): void {
    this.#write(`${name}.png`, png);
  }

  /** Takes a case's approval away. */
  remove(name: string): void {
    for (const file of [`${name}.txt`, `${name}.png`]) rmSync(join(this.folder, file), { force: true });
  }

  writeTemplate(template: ApprovedTemplate): void {
    this.#write(RECORD, Buffer.from(`${JSON.stringify(template, null, 2)}\n`));
  }

  #read(file: string): Buffer | null {
    const path = join(this.folder, file);
    try {
      return existsSync(path) ? readFileSync(path) : null;
    } catch (error) {
      throw toReadFault(error, path);
    }
  }

  #write(file: string, bytes: Uint8Array): void {
    try {
      mkdirSync(this.folder, { recursive: true });
    } catch (error) {
      throw toWriteFault(error, this.folder);
    }
    writeWhole(join(this.folder, file), bytes, { force: true });
  }
}

const RECORD = 'approved.json';
