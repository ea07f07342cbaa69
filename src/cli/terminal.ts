import picocolors from 'picocolors';

/** The streams and settings that a command speaks through; handed in so that nothing here reads the process. */
export interface Host {
  readonly stdout: (chunk: string | Uint8Array) => void;
  readonly stderr: (chunk: string) => void;
  /** Whether standard error can show colour: a terminal, and no NO_COLOR. */
  readonly color: boolean;
  /** Whether the terminal shows UTF-8. */
  readonly unicode: boolean;
  /** Milliseconds that only grow. */
  readonly clock: () => number;
  /** Width of the terminal that standard error is, in characters; undefined where it is none. */
  readonly columns?: (() => number) | undefined;
  /** Hears of Ctrl-C in place of whoever would end the process; answers with what gives the ending back. */
  readonly onInterrupt?: ((listener: () => void) => () => void) | undefined;
  /** Called by a command that makes documents by the thousand on threads of this process, before it starts them. */
  readonly tuneForMany?: (() => void) | undefined;
  /** Environment variables, for credentials; none unless handed in. */
  readonly environment?: Readonly<Record<string, string | undefined>>;
}

export type Tone = 'ok' | 'warning' | 'fault';

/** How much a command says: results always; sentences unless quiet. */
export interface Voice {
  readonly json: boolean;
  readonly quiet: boolean;
  readonly verbose: boolean;
}

/** Speaks for a command: results on standard output, sentences on standard error. */
export class Terminal {
  readonly #host: Host;
  readonly #voice: Voice;
  readonly #colors: ReturnType<typeof picocolors.createColors>;

  constructor(host: Host, voice: Voice) {
    this.#host = host;
    this.#voice = voice;
    this.#colors = picocolors.createColors(host.color);
  }

  get voice(): Voice {
    return this.#voice;
  }

  /** The command's one JSON document; nothing without `--json`. */
  json(document: unknown): void {
    if (this.#voice.json) this.#host.stdout(`${JSON.stringify(document)}\n`);
  }

  /** A result for people; nothing with `--json` or `--quiet`. */
  result(line: string): void {
    if (!this.#voice.json && !this.#voice.quiet) this.#host.stdout(`${line}\n`);
  }

  /** Raw bytes, such as a document for `-o -`. */
  bytes(chunk: Uint8Array): void {
    this.#host.stdout(chunk);
  }

  /** A sentence beside the result, on standard error; silent with `--quiet`. */
  say(line: string): void {
    if (!this.#voice.quiet) this.#host.stderr(`${line}\n`);
  }

  /** A fault or verdict that even `--quiet` does not hide. */
  insist(line: string): void {
    this.#host.stderr(`${line}\n`);
  }

  /** The mark that opens a line: ✓ ! ✗, or words where the terminal is not UTF-8. */
  mark(tone: Tone): string {
    const glyph = this.#host.unicode
      ? { ok: '✓', warning: '!', fault: '✗' }
      : { ok: 'ok', warning: 'warn', fault: 'fail' };
    const paint = { ok: this.#colors.green, warning: this.#colors.yellow, fault: this.#colors.red }[tone];
    return paint(glyph[tone]);
  }

  quietly(text: string): string {
    return this.#colors.gray(text);
  }

  strongly(text: string): string {
    return this.#colors.bold(text);
  }

  caution(text: string): string {
    return this.#colors.red(text);
  }
}

/** Lays rows out in columns: each as wide as its widest cell, two or more spaces between. */
export function alignColumns(rows: readonly (readonly string[])[], gap = 3): string[] {
  const widths: number[] = [];
  for (const row of rows)
    row.forEach((cell, i) => {
      widths[i] = Math.max(widths[i] ?? 0, visibleLength(cell));
    });
  return rows.map((row) =>
    row
      .map((cell, i) => cell + ' '.repeat(Math.max(0, (widths[i] ?? 0) - visibleLength(cell) + gap)))
      .join('')
      .trimEnd(),
  );
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: colour escapes have no width on the screen.
const COLOR_ESCAPE = /\u001b\[\d+m/g;

function visibleLength(text: string): number {
  return [...text.replace(COLOR_ESCAPE, '')].length;
}
