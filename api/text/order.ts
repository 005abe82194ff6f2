// The one order in which names are listed: the Vietnamese alphabet (a ă â … d đ e ê …), numbers by their value. Pure.

const collator = new Intl.Collator('vi', { numeric: true });

/** A comparison for sorting. Alike to the alphabet but not the same: by code, so that an order is always one. */
export const inVietnameseOrder = (one: string, other: string): number =>
  collator.compare(one, other) || (one < other ? -1 : one > other ? 1 : 0);
