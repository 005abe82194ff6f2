// The headers that every answer of the portal carries.

const contentSecurityPolicy = [
  "default-src 'self'",
  "img-src 'self' data:",
  "style-src 'self'",
  "script-src 'self'",
  "font-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ');

/** Header names and values; HSTS only where people come by https. No machine lists a demonstration. */
export function securityHeaders(
  publicOrigin: string | undefined,
  { isDemo = false } = {},
): [name: string, value: string][] {
  return [
    ['content-security-policy', contentSecurityPolicy],
    ['x-content-type-options', 'nosniff'],
    ['referrer-policy', 'strict-origin-when-cross-origin'],
    ['permissions-policy', 'camera=(), geolocation=(), microphone=(), payment=(), usb=()'],
    ['cross-origin-opener-policy', 'same-origin'],
    ...(publicOrigin?.startsWith('https://')
      ? ([['strict-transport-security', 'max-age=31536000; includeSubDomains']] satisfies [string, string][])
      : []),
    ...(isDemo ? ([['x-robots-tag', 'noindex, nofollow']] satisfies [string, string][]) : []),
  ];
}
