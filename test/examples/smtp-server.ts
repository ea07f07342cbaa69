import type { AddressInfo } from 'node:net';
import { createServer, type Socket } from 'node:net';

/** A mail as it was accepted. */
export interface ReceivedMail {
  readonly to: readonly string[];
  readonly text: string;
}

/** An SMTP server (RFC 5321, as far as a client needs it) on the loopback that keeps what it accepts. */
export async function startSmtpServer() {
  const mails: ReceivedMail[] = [];
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    let buffer = '';
    let to: string[] = [];
    let inMail = false;
    const say = (line: string) => socket.write(`${line}\r\n`);
    say('220 localhost ESMTP');
    socket.on('data', (chunk) => {
      buffer += chunk.toString('latin1');
      for (;;) {
        const end = inMail ? buffer.indexOf('\r\n.\r\n') : buffer.indexOf('\r\n');
        if (end < 0) return;
        const part = buffer.slice(0, end);
        buffer = buffer.slice(end + (inMail ? 5 : 2));
        if (inMail) {
          mails.push({ to, text: part.replaceAll('\r\n..', '\r\n.') });
          [to, inMail] = [[], false];
          say('250 kept');
          continue;
        }
        const verb = part.slice(0, 4).toUpperCase();
        if (verb === 'RCPT') to.push(/<(.*)>/.exec(part)?.[1] ?? '');
        if (verb === 'DATA') inMail = true;
        say(verb === 'DATA' ? '354 go ahead' : verb === 'QUIT' ? '221 bye' : '250 localhost');
      }
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const close = () => {
    for (const socket of sockets) socket.destroy();
    return new Promise<void>((resolve) => server.close(() => resolve()));
  };
  return { url: `smtp://127.0.0.1:${port}`, mails, close };
}
