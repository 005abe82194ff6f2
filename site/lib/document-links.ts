// The library page of a document that a procedure names by its number.

/** Undefined while the library has no page for it: the number then stands as plain words. */
export function documentHref(_number: string): string | undefined {
  return undefined;
}
