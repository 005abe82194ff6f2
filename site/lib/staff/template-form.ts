// The form of a template: its words as the API takes them, and a version as the form shows it.
import type { DocumentType } from '../../../api/letters/template.ts';
import type { TemplateView } from '../../../api/letters/template-views.ts';
import { TemplateWords } from '../../../api/letters/template.ts';
import { bodyOf } from '../form/body.ts';
import type { Values } from '../form/form.ts';

export const typeLabels: Record<DocumentType, string> = {
  'cong-van': 'Công văn',
  'thong-bao': 'Thông báo (TB)',
  'phieu-chuyen': 'Phiếu chuyển (PC)',
  'bao-cao': 'Báo cáo (BC)',
};

/** What was typed as the words of a template. */
export const wordsOf = (values: Values) => bodyOf(TemplateWords, values);

type Words = NonNullable<TemplateView['inForce']>['words'];

/** The words of a version as what stands in the form. */
export const valuesOf = (words: Words): Values =>
  Object.fromEntries(Object.entries(words).map(([name, value]) => [name, value ?? '']));
