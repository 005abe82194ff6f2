// The network address of a visitor, and how the rest of the process learns it.
import type { IncomingMessage } from 'node:http';
import net from 'node:net';

/** The header that carries the address inside the process; what a client sends under this name is thrown away. */
export const addressHeader = 'x-client-address';

/**
 * The visitor's address. Behind a trusted proxy it is the last entry of X-Forwarded-For, the one the proxy itself
 * wrote; entries before it come from the client and prove nothing.
 */
export function clientAddress(req: IncomingMessage, trustProxy: boolean): string {
  const forwarded = trustProxy
    ? String(req.headers['x-forwarded-for'] ?? '')
        .split(',')
        .at(-1)
        ?.trim()
    : undefined;
  const address = forwarded && net.isIP(forwarded) ? forwarded : (req.socket.remoteAddress ?? '');
  return address.replace(/^::ffff:(?=\d+\.)/i, '');
}

/** Writes the address into the request's headers, both as parsed and as they came. */
export function stampAddress(req: IncomingMessage, address: string): void {
  req.headers[addressHeader] = address;
  const raw = req.rawHeaders;
  for (let at = raw.length - 2; at >= 0; at -= 2)
    if (raw[at]?.toLowerCase() === addressHeader) raw.splice(at, 2);
  raw.push(addressHeader, address);
}
