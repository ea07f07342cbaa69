import { type Disk, disk } from '#dist/files/index.js';

/** A disk whose n-th call fails as the system would fail it, and what tells how many calls there were. */
export function failAt(n: number, code: string): { readonly disk: Disk; readonly calls: () => number } {
  let calls = 0;
  const failing = new Proxy(disk, {
    get(target, name, receiver) {
      const call: unknown = Reflect.get(target, name, receiver);
      if (typeof call !== 'function') return call;
      return (...words: unknown[]) => {
        calls += 1;
        if (calls === n) {
          throw Object.assign(new Error(`${code}: made to fail, ${String(name)}`), { code, syscall: String(name) });
        }
        return call.apply(target, words) as unknown;
      };
    },
  });
  return { disk: failing, calls: () => calls };
}
