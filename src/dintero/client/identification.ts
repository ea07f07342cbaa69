import { clientFaults } from './faults.ts';

/** Who calls, as Dintero asks to be told (`Dintero-System-Name` and its sisters). */
export interface Identification {
  readonly systemName?: string | undefined;
  readonly systemVersion?: string | undefined;
  readonly pluginName?: string | undefined;
  readonly pluginVersion?: string | undefined;
}

const VALUE = /^[\x20-\x7e]{1,100}$/;

/**
 * The headers that introduce a call.
 *
 * @throws CLIENT_CONFIG_INVALID
 */
export function toHeaders(identification: Identification = {}): Readonly<Record<string, string>> {
  const { systemName = 'fakturapress', systemVersion, pluginName, pluginVersion } = identification;
  const headers = {
    'dintero-system-name': systemName,
    'dintero-system-version': systemVersion,
    'dintero-plugin-name': pluginName,
    'dintero-plugin-version': pluginVersion,
    'user-agent': systemVersion === undefined ? systemName : `${systemName}/${systemVersion}`,
  };
  return Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) => {
      if (value === undefined) return [];
      if (!VALUE.test(value)) {
        throw clientFaults.CLIENT_CONFIG_INVALID({
          message: `Unexpected characters in ${name}, expected printable ASCII`,
        });
      }
      return [[name, value]];
    }),
  );
}
