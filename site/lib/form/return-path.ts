// Where to go after logging in: only ever a page of the staff side of this portal.

const entrances = new Set(['/can-bo/dang-nhap', '/can-bo/dang-xuat', '/can-bo/xac-thuc']);

/**
 * The wanted address when it is a local path under /can-bo, else `/can-bo`.
 * Other sites (`//x`, `https:`, `\x`), ways out (`/can-bo/../x`) and the log-in pages themselves are refused.
 */
export function returnPath(wanted: unknown): string {
  if (typeof wanted !== 'string' || !wanted.startsWith('/can-bo') || /[\\\s\p{Cc}]/u.test(wanted))
    return '/can-bo';
  const base = 'http://portal.internal';
  if (!URL.canParse(wanted, base)) return '/can-bo';
  const { origin, pathname, search } = new URL(wanted, base);
  if (pathname.startsWith('/can-bo/dang-nhap/')) return '/can-bo';
  const isStaffPage = pathname === '/can-bo' || pathname.startsWith('/can-bo/');
  return origin === base && isStaffPage && !entrances.has(pathname) ? pathname + search : '/can-bo';
}
