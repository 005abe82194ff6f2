// The device of an officer: a signed cookie, set by a log-in that went through, by which the log-in knows it again.
import { randomBytes, timingSafeEqual } from 'node:crypto';
import { keyedHash, type Keys } from '../../crypto/keys.ts';
import { dayMs } from '../../dates/lengths.ts';
import { cookieNamed, ownCookie, ownName } from './cookie.ts';

const days = 180;

type Owner = { keys: Keys; email: string; isHttps: boolean };

/** One cookie per account, so that officers may share a computer. Its name tells nothing of the account. */
export function deviceCookieName({ keys, email, isHttps }: Owner): string {
  const name = keyedHash(keys, 'staff-device-name', email).toString('hex').slice(0, 12);
  return ownName(`device-${name}`, isHttps);
}

const signature = (keys: Keys, email: string, device: string, madeOn: string) =>
  keyedHash(keys, 'staff-device', `${email}\n${device}\n${madeOn}`);

/** The device that a Cookie header names for an account; undefined when it is forged, another account's or too old. */
export function readDevice(owner: Owner, cookies: string | undefined, now: Date): string | undefined {
  const [device, madeOn, mac] = cookieNamed(cookies, deviceCookieName(owner))?.split('.') ?? [];
  if (!device || !madeOn || !mac || !/^\d{1,15}$/.test(madeOn)) return undefined;
  const [given, right] = [Buffer.from(mac, 'base64url'), signature(owner.keys, owner.email, device, madeOn)];
  if (given.length !== right.length || !timingSafeEqual(given, right)) return undefined;
  return now.getTime() - Number(madeOn) < days * dayMs ? device : undefined;
}

/** A Set-Cookie value by which the device is known for 180 days; the device stays the same where it was known. */
export function deviceCookie(owner: Owner, known: string | undefined, now: Date): string {
  const device = known ?? randomBytes(12).toString('base64url');
  const madeOn = String(now.getTime());
  const mac = signature(owner.keys, owner.email, device, madeOn).toString('base64url');
  return ownCookie(deviceCookieName(owner), `${device}.${madeOn}.${mac}`, days * 86_400, owner.isHttps);
}
