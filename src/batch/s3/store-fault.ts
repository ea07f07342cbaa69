import { Fault } from '../../base/index.ts';
import { batchFaults } from '../faults.ts';

/** The fault for whatever the AWS client threw. Its messages may name keys, never secrets; headers are not passed on. */
export function toStoreFault(error: unknown, what: string): Fault {
  if (error instanceof Fault) return error;
  const { name, message, status } = describe(error);
  const said = `${name}${message === '' ? '' : `: ${message.slice(0, 200)}`}`;
  const isRefused = (status >= 400 && status < 500 && status !== 429) || name === 'CredentialsProviderError';
  const fault = isRefused ? batchFaults.STORE_REFUSED : batchFaults.STORE_UNAVAILABLE;
  return fault({ message: `Unexpected failure of ${what} (${said})`, cause: error });
}

function describe(error: unknown): { readonly name: string; readonly message: string; readonly status: number } {
  if (!(error instanceof Error)) return { name: 'unknown', message: '', status: 0 };
  const metadata = '$metadata' in error ? (error.$metadata as { readonly httpStatusCode?: number }) : {};
  const code = 'code' in error && typeof error.code === 'string' ? error.code : error.name;
  return { name: code, message: error.message, status: metadata.httpStatusCode ?? 0 };
}
