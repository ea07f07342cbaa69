import { basename, relative, sep } from 'node:path';
import { watch } from 'chokidar';
import { SAVE_REST_MS } from './limits.ts';

/** Hears of saves until it is closed. */
export interface FileWatch {
  close(): Promise<void>;
}

/**
 * Tells of files that were saved, by their paths, a moment after the last of them. What is approved, what editors leave
 * behind, and hidden files are none.
 */
export async function watchFiles(
  paths: readonly string[],
  onSave: (paths: readonly string[]) => void,
): Promise<FileWatch> {
  const saved = new Set<string>();
  let rest: NodeJS.Timeout | undefined;
  const watcher = watch([...paths], {
    ignoreInitial: true,
    ignored: (path) => paths.some((root) => isIgnored(root, path)),
  });
  watcher.on('all', (_event, path) => {
    saved.add(path);
    clearTimeout(rest);
    rest = setTimeout(() => {
      onSave([...saved]);
      saved.clear();
    }, SAVE_REST_MS);
  });
  // A folder that goes away, or one too many for the system, is no reason to stop serving.
  watcher.on('error', () => undefined);
  await new Promise<void>((resolve) => {
    watcher.once('ready', resolve);
  });
  return {
    close: async () => {
      clearTimeout(rest);
      await watcher.close();
    },
  };
}

function isIgnored(root: string, path: string): boolean {
  const inside = relative(root, path);
  if (inside === '' || inside.startsWith(`..${sep}`)) return false;
  const [first] = inside.split(sep);
  return first === 'preview' || first === 'node_modules' || /^\.|~$|^4913$|\.(swp|swx|tmp)$/.test(basename(path));
}
