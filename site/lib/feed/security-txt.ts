// Where somebody who found a hole in the portal writes to (RFC 9116); nothing is invented where no address is known.
import { contacts } from '../content/contacts.ts';
import { department } from '../content/department.ts';
import { cacheOf } from '../address/origin.ts';
import { dayMs } from '../../../api/dates/lengths.ts';

const daysGood = 180;

/** The department's own e-mail where one is known and was checked, then the page of all ways to reach it. */
export function securityTxt(locals: App.Locals): Response {
  const { publicOrigin, now } = locals;
  const emails = contacts
    .filter(({ operator }) => operator === department.name)
    .flatMap(({ details }) => details)
    .flatMap(({ type, value, checked }) => (type === 'email' && value && checked ? [`mailto:${value}`] : []));
  const lines = [
    ...[...emails, `${publicOrigin}/duong-day-nong`].map((address) => `Contact: ${address}`),
    `Expires: ${new Date(now.getTime() + daysGood * dayMs).toISOString()}`,
    'Preferred-Languages: vi, en',
    ...(publicOrigin ? [`Canonical: ${publicOrigin}/.well-known/security.txt`] : []),
    '',
  ];
  return new Response(lines.join('\n'), {
    headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': cacheOf(locals) },
  });
}
