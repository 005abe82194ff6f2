// Numbers as Vietnamese readers write them: 1.234,5.
const whole = new Intl.NumberFormat('vi-VN');
const percent = new Intl.NumberFormat('vi-VN', { style: 'percent', maximumFractionDigits: 2 });

export const numberOf = (value: number): string => whole.format(value);
/** A share of 1 with at most two decimals, as the measuring rules of QĐ 766/QĐ-TTg ask. */
export const percentOf = (share: number): string => percent.format(share);
/** `12 trên 16`; a denominator of 0 gives a dash in words. */
export const outOf = (part: number, all: number): string =>
  all === 0 ? 'không có' : `${whole.format(part)} trên ${whole.format(all)}`;
