// Which pages are rated: those that inform. A page that is filled in, or that tells something once, must not be left. Pure.

const longest = 200;

// What a visitor is typing there, or is told there only once, would be lost by sending another form.
const unrated = [
  /^\/(?:api|can-bo|en|tra-cuu|khong-co|404|500)(?:\/|$)/,
  /^\/phan-anh\/(?:gui|da-gui|da-xoa)(?:\/|$)/,
  /^\/khao-sat\/[^/]+(?:\/(?:cam-on|phieu-in|quet))?$/,
  /^\/thong-bao\/(?:dang-ky|xac-nhan|huy)$/,
  /^\/bao-ve-du-lieu\/yeu-cau(?:\/|$)/,
  /^\/(?:gop-y|danh-gia-trang|xac-minh)(?:\/|$)/,
];

/** The address of a page as people know it: no query, no `.html` of the build, no slash at the end. */
export function pageOf(pathname: string): string {
  const path = pathname.slice(0, longest + 20).replace(/[?#].*$/s, '');
  const plain = path
    .replace(/\.html$/, '')
    .replace(/\/index$/, '')
    .replace(/\/$/, '');
  return plain === '' ? '/' : plain;
}

/** Whether a page carries the question; also the only addresses that a rating may name. */
export function isRated(page: string): boolean {
  return (
    page.length <= longest &&
    /^\/(?:[\p{L}\p{N}][\p{L}\p{N}._~-]*(?:\/[\p{L}\p{N}][\p{L}\p{N}._~-]*)*)?$/u.test(page) &&
    !unrated.some((pattern) => pattern.test(page))
  );
}
