// How a document is numbered: two figures at least, the type's symbol, the department's, the drafting unit's. Pure.
import type { TypeOfDocument } from './content-schema.ts';
import { blank } from './filling.ts';

type Symbols = { type: Pick<TypeOfDocument, 'symbol'>; department: string | null; unit: string };

/** What follows the number: `/TB-SKHCN`, and for a công văn `/SKHCN-VP` (mục II Phụ lục I Nghị định số 30/2020/NĐ-CP). */
export const symbolOf = ({ type, department, unit }: Symbols): string =>
  type.symbol === null ? `/${department ?? blank}-${unit}` : `/${type.symbol}-${department ?? blank}`;

/** The whole number: below ten with a nought before it (Phụ lục I Nghị định số 30/2020/NĐ-CP). */
export const numberOf = (serial: number, symbols: Symbols): string =>
  `${String(serial).padStart(2, '0')}${symbolOf(symbols)}`;
