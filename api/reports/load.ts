// Reads content/reports/*.yaml; the file is named by the form's id.
import fs from 'node:fs/promises';
import path from 'node:path';
import { readYaml } from '../content/read.ts';
import { ReportForm } from './form-schema.ts';

const order: ReportForm['kind'][] = ['cases', 'dossiers', 'register', 'assessment', 'satisfaction'];

/** The forms by kind, then by the names of their files; keyed by id. */
export async function readReportForms(from: string): Promise<Map<string, ReportForm>> {
  const files = (await fs.readdir(path.join(from, 'reports')))
    .filter((file) => file.endsWith('.yaml'))
    .toSorted();
  const forms = await Promise.all(files.map((file) => readYaml(from, `reports/${file}`, ReportForm)));
  for (const [index, file] of files.entries())
    if (forms[index]?.id !== file.slice(0, -'.yaml'.length))
      throw new Error(`content/reports/${file}: id phải trùng tên tệp.`);
  const sorted = forms.toSorted((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind));
  return new Map(sorted.map((form) => [form.id, form]));
}
