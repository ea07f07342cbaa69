import { defineFaults } from '../../base/index.ts';

/** Everything that can go wrong between us and Dintero. */
export const clientFaults = defineFaults({
  CLIENT_CONFIG_INVALID: {
    kind: 'usage',
    summary: "A setting of the Dintero client is missing or not of its form; the setting's value is never shown.",
    remedy: 'Set DINTERO_ACCOUNT_ID, DINTERO_CLIENT_ID and DINTERO_CLIENT_SECRET in the environment.',
  },
  AUTHENTICATION_FAILED: {
    kind: 'network',
    summary: 'Dintero does not accept the credentials, or a fresh token made with them.',
    remedy: 'Check account, client id and secret in Dintero Backoffice; test and production accounts differ.',
  },
  FORBIDDEN: {
    kind: 'network',
    summary: 'The credentials are valid but may not do this.',
    remedy: 'Give the API client the checkout scopes in Dintero Backoffice.',
  },
  NOT_FOUND: {
    kind: 'network',
    summary: 'Dintero knows nothing by this id in this account.',
    remedy: 'Check the id, and that it belongs to the account of the credentials.',
  },
  CONFLICT: {
    kind: 'network',
    summary: 'Dintero refuses the request because of the state that the transaction is in.',
    remedy: 'Read the transaction to see its state: fakturapress fetch ID.',
  },
  REQUEST_REFUSED: {
    kind: 'network',
    summary: 'Dintero refuses the request.',
    remedy: 'The message says what Dintero found wrong with it.',
  },
  RATE_LIMITED: {
    kind: 'network',
    summary: 'Dintero asks for fewer requests, for longer than the deadline allows to wait.',
    remedy: 'Try again later, or give more time with --timeout.',
  },
  DINTERO_UNAVAILABLE: {
    kind: 'network',
    summary: 'Dintero has an error of its own.',
    remedy: 'Try again later.',
  },
  CONNECTION_FAILED: {
    kind: 'network',
    summary: 'The connection could not be made, or broke before the answer was whole.',
    remedy: 'Check network, proxy and certificates, then try again.',
  },
  DEADLINE_EXCEEDED: {
    kind: 'network',
    summary: 'The answer was not there, to its last byte, in time.',
    remedy: 'Try again, or give more time with --timeout.',
  },
  RESPONSE_INVALID: {
    kind: 'network',
    summary: 'The answer is not what Dintero documents: not JSON, cut short, or about something else.',
    remedy: 'Check that nothing between us and Dintero, such as a proxy, answers in its place.',
  },
  RESPONSE_TOO_LARGE: {
    kind: 'network',
    summary: 'The answer is larger than anything of its kind.',
    remedy: 'Check that nothing between us and Dintero, such as a proxy, answers in its place.',
  },
  REDIRECT_REFUSED: {
    kind: 'network',
    summary: "The answer is a redirect, which Dintero's API does not use and which could lead credentials astray.",
    remedy: 'Name the right origin in DINTERO_CHECKOUT_URL or DINTERO_API_URL, or leave them unset.',
  },
  FILE_URL_REFUSED: {
    kind: 'network',
    summary: 'The address of a file is not one that files are fetched from.',
    remedy: 'If the host is right, allow it by name in FAKTURAPRESS_FILE_HOSTS.',
  },
  FILE_MISSING: {
    kind: 'network',
    summary: 'The transaction names no generated invoice.',
    remedy: 'Kravia makes it when the transaction is authorised: fetch the transaction again in a while.',
  },
  OUTCOME_UNKNOWN: {
    kind: 'network',
    summary:
      'A capture or void was sent, and neither answer nor transaction tells whether it was accepted; it was not sent twice.',
    remedy: 'Look at the transaction in a while: fakturapress fetch ID.',
  },
  CAPTURE_FAILED: {
    kind: 'network',
    summary: 'Collection could not be started: the newest INITIATE_CAPTURE event says that it failed.',
    remedy: 'Ask Dintero why; nothing is collected and no invoice may be sent.',
  },
  PAYMENT_DETAILS_PENDING: {
    kind: 'network',
    summary: "The transaction is captured, but Kravia's payment details have not come within the deadline.",
    remedy: 'Call again later; what is captured is not captured again.',
  },
  REFUND_UNSUPPORTED: {
    kind: 'usage',
    summary: 'Kravia has no refunds.',
    remedy: 'Cancel the invoice instead, also one that you delivered yourself: fakturapress void ID.',
  },
  CALLBACK_SIGNATURE_INVALID: {
    kind: 'input',
    summary: 'A callback is not signed by Dintero with the secret at hand.',
    remedy: 'Answer 403 and do nothing else; check the signature secret and the address that Dintero calls.',
  },
  CALLBACK_EXPIRED: {
    kind: 'input',
    summary: 'A callback was signed too long ago, or in the future.',
    remedy: 'Answer 403; if it happens to honest callbacks, set the clock of this machine.',
  },
  CALLBACK_INVALID: {
    kind: 'input',
    summary: 'A callback or webhook does not have the form that Dintero documents.',
    remedy: 'Answer 400; read the transaction from Dintero rather than trusting the callback.',
  },
});
