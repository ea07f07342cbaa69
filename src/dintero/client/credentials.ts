import { clientFaults } from './faults.ts';

/** What Dintero Backoffice gives for an API client. */
export interface Credentials {
  /** Such as `T12345678` (test) or `P12345678` (production). */
  readonly accountId: string;
  readonly clientId: string;
  readonly clientSecret: string;
}

/** Each part's form; what they have in common is that no line break or space can get into a header. */
const FORMS = {
  accountId: /^[A-Za-z0-9]{3,32}$/,
  clientId: /^[\x21-\x39\x3b-\x7e]{1,256}$/,
  clientSecret: /^[\x21-\x7e]{1,512}$/,
} as const;

/**
 * Makes sure that credentials have their form, without showing them.
 *
 * @throws CLIENT_CONFIG_INVALID
 */
export function checkCredentials(credentials: Credentials): Credentials {
  for (const part of ['accountId', 'clientId', 'clientSecret'] as const) {
    const value: unknown = credentials[part];
    if (typeof value === 'string' && FORMS[part].test(value)) continue;
    const found = value === undefined || value === '' ? `absence of ${part}` : `form of ${part}`;
    throw clientFaults.CLIENT_CONFIG_INVALID({
      message: `Unexpected ${found}, expected the one of Dintero Backoffice`,
    });
  }
  const { accountId, clientId, clientSecret } = credentials;
  return { accountId, clientId, clientSecret };
}
