const PLAIN_KEY = /^[A-Za-z_$][A-Za-z0-9_$-]*$/;
const MAX_KEY_LENGTH = 80;

/** Writes a path into JSON as people read it: `session.order.items[3].amount`, `metadata["kravia:invoice_number"]`. */
export function toJsonPath(segments: readonly PropertyKey[]): string {
  let path = '';
  for (const segment of segments) {
    if (typeof segment === 'number') path += `[${segment}]`;
    else path += toKeyStep(String(segment), path === '');
  }
  return path;
}

function toKeyStep(key: string, isFirst: boolean): string {
  if (!PLAIN_KEY.test(key)) return `[${JSON.stringify(key.slice(0, MAX_KEY_LENGTH))}]`;
  const short = key.slice(0, MAX_KEY_LENGTH);
  return isFirst ? short : `.${short}`;
}
