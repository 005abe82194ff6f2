// The form of one-stop figures: the file that was sent, carried from page to page, and what is written of it.
import { z } from 'zod';
import { DossierRow } from '../../../api/dossiers/row.ts';
import type { DossierPreview } from '../../../api/dossiers/schema.ts';
import type { FieldErrors, Values } from '../form/form.ts';

/** What was sent, so that the next form can send it again: a page without script keeps no file. `file` in base64. */
export type SentFile = { fileName: string; file: string };

/** The file chosen now, else the one that the form has carried; its `file` is empty where there is none. */
export async function sentFile({ values, files }: { values: Values; files: File[] }): Promise<SentFile> {
  const { fileName = '', move, file = '' } = values;
  const [chosen] = files;
  if (!chosen) return { fileName, file: move === 'choose' || move === 'mark' ? file : '' };
  return { fileName: chosen.name, file: Buffer.from(await chosen.arrayBuffer()).toString('base64') };
}

export function rowsIn(text: string | undefined): DossierRow[] {
  try {
    return z.array(DossierRow).safeParse(JSON.parse(text ?? '')).data ?? [];
  } catch {
    return [];
  }
}

const replacedBy = ({ replaces }: Values) => (replaces ? Number(replaces) : null);

/** What is written once it has been looked at. */
export const confirmed = (values: Values) => {
  const { month = '', fileName = '', reason = '' } = values;
  return { month, fileName, rows: rowsIn(values['rows']), replaces: replacedBy(values), reason };
};

/** The preview that a refused confirmation shows again; undefined where it carried no figures. */
export function previewAgain(values: Values): DossierPreview | undefined {
  const { rows, month, fileName, replaces } = confirmed(values);
  if (rows.length === 0) return undefined;
  const nothing = { errors: [], choices: [], source: null, unknownFields: [], breaks: [] };
  return { month, fileName, rows, replaces, ...nothing };
}

/** What a file was refused for: one line a field, the name of the file aside; that there is none is said in any case. */
export const fileErrors = (errors: FieldErrors, hasFile: boolean): FieldErrors =>
  errors
    .filter(({ field }) => field !== 'fileName')
    .concat(hasFile ? [] : [{ field: 'file', text: 'Chọn tệp số liệu.' }])
    .filter(({ field }, index, all) => all.findIndex((one) => one.field === field) === index);

/** A month `2026-11` as `11/2026`. */
export const spoken = (month: string) => `${Number(month.slice(5))}/${month.slice(0, 4)}`;

/** The two years up to a day, as choices, the newest first. */
export function lastMonths(today: string): { value: string; label: string }[] {
  const now = Number(today.slice(0, 4)) * 12 + Number(today.slice(5, 7)) - 1;
  return Array.from({ length: 24 }, (_, back) => {
    const index = now - back;
    const value = `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`;
    return { value, label: `Tháng ${spoken(value)}` };
  });
}
