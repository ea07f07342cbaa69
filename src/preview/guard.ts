import type { MiddlewareHandler } from 'hono';

/** What the page may load: itself, from here, and nothing else; no inline script or style, no frame around it. */
const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/**
 * Lets through what comes from the page itself: the right host, so that no name of a stranger's leads here (DNS
 * rebinding), and no foreign origin, so that no page of a stranger's can read or order anything. What changes something
 * must show its origin.
 */
export function guard(port: () => number): MiddlewareHandler {
  return async (context, next) => {
    const hosts = [`127.0.0.1:${port()}`, `localhost:${port()}`];
    const host = context.req.header('host') ?? '';
    const origin = context.req.header('origin');
    const site = context.req.header('sec-fetch-site');
    const isChange = context.req.method !== 'GET' && context.req.method !== 'HEAD';
    const isOurs = origin === undefined ? !isChange : hosts.some((own) => origin === `http://${own}`);
    const isForeign = site !== undefined && site !== 'same-origin' && site !== 'none';
    if (!hosts.includes(host) || !isOurs || isForeign) return context.text('Forbidden', 403, HEADERS);
    await next();
    for (const [name, value] of Object.entries(HEADERS)) context.res.headers.set(name, value);
    return;
  };
}

const HEADERS = {
  'Content-Security-Policy': CONTENT_SECURITY_POLICY,
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cache-Control': 'no-store',
} as const;
