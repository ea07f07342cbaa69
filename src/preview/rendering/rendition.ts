import type { Fault, Finding, Report } from '../../base/index.ts';
import type { StyledDocument } from '../../document/index.ts';
import { createEngine, type Engine, type LaidOut, type Rendered } from '../../engine.ts';
import { type EngineParts, loadEngineParts } from '../../engine-parts.ts';
import type { Reader } from '../../readback/index.ts';
import {
  ApprovedSnapshots,
  compareSnapshots,
  hasPicture,
  nameCase,
  repaintSnapshot,
  type Snapshot,
  takeSnapshot,
  toEngineOptions,
} from '../../snapshot/index.ts';
import type { RenderJob } from '../catalog.ts';
import { findFactExcerpt, findTemplateFile, readExcerpt } from '../excerpt.ts';
import type {
  DifferenceEvent,
  ElementDetails,
  PageDetails,
  ProofEvent,
  ShownFault,
  StructureDetails,
  WrongFact,
} from '../messages.ts';
import { describeElement, styleAgain } from './element-details.ts';
import { type LeafNumbers, numberLeaves, toPageDetails, toStructureDetails } from './page-details.ts';

/** One document of one revision, rendered, and everything that can be asked about it. */
export class Rendition {
  readonly job: RenderJob;
  readonly laidOut: LaidOut;
  readonly rendered: Rendered;
  readonly parts: EngineParts;
  readonly #engine: Engine;
  #numbers: LeafNumbers | null = null;
  #report: Report | null = null;
  /** Made when the first element is pointed at; many more follow. */
  #styled: StyledDocument | null = null;

  private constructor(job: RenderJob, engine: Engine, parts: EngineParts) {
    this.job = job;
    this.parts = parts;
    this.#engine = engine;
    this.laidOut = engine.layOut(job.fixture.source);
    this.rendered = engine.paint(this.laidOut);
  }

  /** Reads everything from the disk anew and renders. Throws `Fault`. */
  static async make(job: RenderJob, reader: Reader): Promise<Rendition> {
    const { directory, brand, fixture, choice } = job;
    const options = toEngineOptions(directory, brand, fixture, choice.locale);
    const engine = await createEngine(options, reader);
    return new Rendition(job, engine, await loadEngineParts(options));
  }

  /** Reads the document back. Rejects where `signal` is aborted. */
  async prove(revision: number, signal: AbortSignal): Promise<ProofEvent> {
    const report = await this.#engine.validate(this.rendered.pdf, this.job.fixture.source, {
      strict: true,
      rerender: false,
      signal,
      deadlineMs: PROOF_DEADLINE_MS,
    });
    this.#report = report;
    const { findings, facts } = report;
    const errors = findings.filter(({ severity }) => severity === 'error');
    return {
      kind: 'proof',
      revision,
      proven: Object.entries(facts).map(([name, value]) => ({ name, value })),
      wrong: errors.map((finding) => this.#toWrongFact(finding, facts)),
      warnings: findings.filter(({ severity }) => severity === 'warning'),
    };
  }

  /** How it differs from what is approved; to be asked once it is proven. */
  compare(revision: number): DifferenceEvent {
    const approved = this.#approved();
    const old = approved.read(this.name);
    const day = approved.approvedAt(this.name);
    return {
      kind: 'difference',
      revision,
      differences: old === null ? null : compareSnapshots(old, this.#snapshot()),
      approvedPages: old?.pages.map(({ width, height }) => ({ width, height })) ?? [],
      approvedOn: old === null || day === null ? null : `${day.getDate()} ${MONTHS[day.getMonth()]}`,
      file: `preview/${this.name}.txt`,
    };
  }

  /** The approved pages, drawn again. */
  paintApproved(): Uint8Array | null {
    const old = this.#approved().read(this.name);
    return old === null ? null : repaintSnapshot(old, this.parts);
  }

  /** Writes what is shown as the approved snapshot; answers with what stood there before. */
  approve(picture: Uint8Array | null): Approval {
    const approved = this.#approved();
    const approval = {
      directory: this.job.directory,
      name: this.name,
      text: approved.readText(this.name),
      picture: approved.readPicture(this.name),
    };
    approved.write(this.name, this.#snapshot());
    if (picture !== null) approved.writePicture(this.name, picture);
    return approval;
  }

  get name(): string {
    return nameCase(this.job.fixture.name, this.job.choice.locale);
  }

  /** Whether a picture is approved together with the text. */
  get isPictured(): boolean {
    return hasPicture(this.name);
  }

  describePage(page: number): PageDetails | null {
    const found = this.laidOut.paged.pages[page - 1];
    return found === undefined ? null : toPageDetails(found, this.#leafNumbers());
  }

  describeStructure(): StructureDetails {
    return toStructureDetails(this.laidOut.paged, this.#leafNumbers());
  }

  describeElement(file: string, line: number, column: number): ElementDetails | null {
    this.#styled ??= styleAgain(this.parts, this.laidOut.invoice);
    return describeElement(this.#styled, { file, line, column }, this.parts, this.job.directory);
  }

  #approved(): ApprovedSnapshots {
    return new ApprovedSnapshots(this.job.directory);
  }

  #snapshot(): Snapshot {
    const { fixture, choice } = this.job;
    const subject = { fixture: fixture.name, locale: choice.locale, kind: fixture.kind };
    return takeSnapshot(this.laidOut.paged, subject, Object.keys(this.#report?.facts ?? {}).length);
  }

  #leafNumbers(): LeafNumbers {
    this.#numbers ??= numberLeaves(this.laidOut.paged.structure);
    return this.#numbers;
  }

  #toWrongFact(finding: Finding, facts: Report['facts']): WrongFact {
    const { field, ruleId, expected, found, message, page, box } = finding;
    const files = [...this.parts.template.compiled.files];
    return {
      name: field,
      ruleId,
      expected,
      found,
      message,
      page,
      box,
      reason: explain(finding, facts),
      excerpt: field === null ? null : findFactExcerpt(this.job.directory, files, field),
    };
  }
}

/** What stood in the approved files before; null where nothing did. */
export interface Approval {
  readonly directory: string;
  readonly name: string;
  readonly text: string | null;
  readonly picture: Uint8Array | null;
}

/** A preview is looked at by its maker: a long document may be read for long. */
const PROOF_DEADLINE_MS = 600_000;

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const;

/** A wrong figure is mostly some other fact's: its name says more than the figure. */
function explain({ field, found }: Finding, facts: Report['facts']): string | null {
  if (found === null) return null;
  const bare = bareOf(found);
  const same = Object.entries(facts).filter(([name, value]) => name !== field && bareOf(value) === bare);
  // A total is more likely meant than a rate or a line that happens to have the same figure.
  const depthOf = (name: string): number => name.split('.').length;
  return same.toSorted(([a], [b]) => depthOf(a) - depthOf(b))[0]?.[0] ?? null;
}

function bareOf(value: string): string {
  return value.replace(/[\s\u00a0\u202f]|[A-Z]{3}$/g, '');
}

/** A fault as the page shows it: with the lines around its place. */
export function toShownFault(fault: Fault, directory: string): ShownFault {
  const { place } = fault;
  const isInFolder = place !== undefined && findTemplateFile(directory, place.file) !== null;
  return {
    ...fault.toJSON(),
    excerpt: place === undefined ? null : readExcerpt(directory, place),
    waitsFor: isInFolder ? (place.file.split('/').at(-1) ?? null) : null,
  };
}
