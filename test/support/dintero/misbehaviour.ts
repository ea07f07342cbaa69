import type { IncomingMessage, ServerResponse } from 'node:http';
import { gzipSync } from 'node:zlib';

/** A way to answer that no documentation promises. */
export type Misbehaviour =
  | {
      readonly kind: 'status';
      readonly status: number;
      readonly headers?: Record<string, string>;
      readonly body?: unknown;
    }
  /** Nothing for a while, then the true answer. */
  | { readonly kind: 'slow-headers'; readonly ms: number }
  /** Headers at once, then a byte now and again. */
  | { readonly kind: 'slow-body'; readonly ms: number }
  /** The connection breaks before the request is looked at. */
  | { readonly kind: 'reset' }
  /** The request is carried out, and the connection breaks before the answer. */
  | { readonly kind: 'lost-answer' }
  /** The request is carried out, and something in between answers instead. */
  | { readonly kind: 'done-but'; readonly status: number }
  /** Says back, in an error of Dintero's shape, the credentials that came. */
  | { readonly kind: 'echo'; readonly status: number }
  | { readonly kind: 'truncated' }
  | { readonly kind: 'broken-json' }
  | { readonly kind: 'html' }
  | { readonly kind: 'empty' }
  | { readonly kind: 'huge'; readonly bytes: number }
  | { readonly kind: 'gzip-bomb'; readonly bytes: number }
  | { readonly kind: 'redirect'; readonly to: string };

/** Which requests misbehave, and how often. */
export interface Rule {
  /** Such as `POST /capture` or `GET /v1/transactions`: the method, and a part of the path. */
  readonly on: string;
  readonly how: Misbehaviour;
  /** Endlessly unless said otherwise. */
  readonly times?: number;
}

const MEGABYTE = 1024 * 1024;

/** Answers badly. `carryOut` does what the request asks and gives the true answer's text. */
export function misbehave(
  how: Misbehaviour,
  request: IncomingMessage,
  response: ServerResponse,
  carryOut: () => { status: number; text: string },
): void {
  const json = { 'content-type': 'application/json' };
  switch (how.kind) {
    case 'status':
      response.writeHead(how.status, { ...json, ...how.headers });
      response.end(JSON.stringify(how.body ?? { error: { code: `E${how.status}`, message: 'told to misbehave' } }));
      return;
    case 'slow-headers':
      setTimeout(() => {
        const { status, text } = carryOut();
        response.writeHead(status, json).end(text);
      }, how.ms).unref();
      return;
    case 'slow-body': {
      const { status, text } = carryOut();
      response.writeHead(status, { ...json, 'content-length': String(Buffer.byteLength(text)) });
      const bytes = Buffer.from(text);
      let at = 0;
      const drip = setInterval(() => {
        if (at >= bytes.length) return void clearInterval(drip);
        response.write(bytes.subarray(at, ++at));
      }, how.ms);
      response.on('close', () => clearInterval(drip));
      return;
    }
    case 'reset':
      request.socket.resetAndDestroy();
      return;
    case 'lost-answer':
      carryOut();
      request.socket.resetAndDestroy();
      return;
    case 'done-but':
      carryOut();
      response.writeHead(how.status, { 'content-type': 'text/html' }).end('<h1>Bad gateway</h1>');
      return;
    case 'echo': {
      const given = request.headers.authorization ?? '';
      const said = `${given} ${Buffer.from(given.replace('Basic ', ''), 'base64').toString('utf8')}`;
      response.writeHead(how.status, json).end(JSON.stringify({ error: { code: given, message: said } }));
      return;
    }
    case 'truncated': {
      const { status, text } = carryOut();
      response.writeHead(status, { ...json, 'content-length': String(Buffer.byteLength(text)) });
      response.write(text.slice(0, text.length / 2), () => request.socket.destroy());
      return;
    }
    case 'broken-json': {
      const { status, text } = carryOut();
      response.writeHead(status, json).end(text.slice(0, text.length / 2));
      return;
    }
    case 'html':
      response.writeHead(200, { 'content-type': 'text/html' }).end('<!doctype html><h1>Welcome to the hotel</h1>');
      return;
    case 'empty':
      response.writeHead(200, json).end();
      return;
    case 'huge': {
      response.writeHead(200, json);
      let left = how.bytes;
      const pour = (): void => {
        while (left > 0 && !response.destroyed) {
          left -= MEGABYTE;
          if (!response.write(Buffer.alloc(MEGABYTE, 0x20))) return void response.once('drain', pour);
        }
        response.end();
      };
      pour();
      return;
    }
    case 'gzip-bomb':
      response.writeHead(200, { ...json, 'content-encoding': 'gzip' }).end(gzipSync(Buffer.alloc(how.bytes, 0x20)));
      return;
    case 'redirect':
      response.writeHead(302, { location: how.to }).end();
      return;
    default:
      how satisfies never;
  }
}
