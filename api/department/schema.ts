// Whose portal this is: the identity that head, foot, letters and the API's description show.
import { z } from 'zod';
import { Text } from '../text/published.ts';

/** Rows of lines that the site draws; content puts them one below the other. */
export const MotifRow = z.enum(['waves', 'triangles', 'dots', 'rings', 'lozenges']);
export type MotifRow = z.infer<typeof MotifRow>;

/** `null`: not known yet; the portal says so and invents nothing. */
export const Department = z.strictObject({
  name: Text,
  shortName: Text,
  province: Text,
  /** The authority above. */
  parent: Text,
  website: Text.regex(/^https?:\/\/\S+$/, 'Trang web bắt đầu bằng https://.').nullable(),
  address: Text.nullable(),
  phone: Text.nullable(),
  email: Text.nullable(),
  officeHours: Text.nullable(),
  slogan: Text,
  /** Who receives phản ánh, kiến nghị for the whole province (Điều 8 Nghị định 20/2008/NĐ-CP, amended by 92/2017/NĐ-CP). */
  statutoryReceiver: Text,
  /** The first part of every case number. */
  registerCode: z.string().regex(/^[A-Z]{2,10}$/, 'Ký hiệu sổ gồm 2 đến 10 chữ in hoa không dấu.'),
  /** What stands after the number of a letter, before the unit that drafted it: `SKHCN` of `12/SKHCN-VP`. Null: not known. */
  letterSymbol: z
    .string()
    .regex(/^[A-ZĐ]{2,12}$/, 'Ký hiệu cơ quan gồm chữ in hoa, như SKHCN.')
    .nullable()
    .default(null),
  /** The licence of the open data at /du-lieu; null: the department has not announced one, and the pages say so. */
  dataLicence: z
    .strictObject({ name: Text, url: Text.regex(/^https?:\/\/\S+$/, 'Giấy phép cần một địa chỉ.') })
    .nullable(),
  /** The pattern of the first page, from above; null: none. `name` says after what it is drawn. */
  motif: z
    .strictObject({ name: Text, rows: z.array(MotifRow).min(1).max(5) })
    .nullable()
    .default(null),
  /** After so many months a reviewed procedure is to be reviewed again; the department's own rule. Null: none. */
  reviewEveryMonths: z.int().min(1).max(120).nullable().default(null),
  /**
   * How English pages call the department. `official`: published so by the source; else a rendering of the portal's own,
   * beside which the Vietnamese name stands. Null: English pages use the Vietnamese name.
   */
  english: z
    .strictObject({
      name: Text,
      shortName: Text,
      parent: Text,
      province: Text,
      official: z.boolean(),
      source: Text.nullable(),
    })
    .refine(({ official, source }) => !official || source !== null, 'Tên tiếng Anh chính thức cần nguồn.')
    .nullable()
    .default(null),
  sources: z.array(Text),
});
export type Department = z.infer<typeof Department>;
