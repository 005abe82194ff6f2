// The frame that all reports share on paper. Pure.
import type { Department } from '../department/schema.ts';
import type { ReportBlock, ReportDocument } from './document.ts';
import type { ReportForm } from './form-schema.ts';

export type Paper = {
  form: Pick<ReportForm, 'form' | 'title' | 'caution' | 'source' | 'recipients' | 'signer' | 'symbol'>;
  department: Pick<Department, 'name' | 'parent' | 'province'>;
  /** The day that stands in the head. */
  on: string;
  period: string;
  isLandscape: boolean;
  blocks: ReportBlock[];
  foot: string;
};

/** Head, title, caution, recipients, signature around the blocks of a report. */
export function paperOf({ form, department, on, period, isLandscape, blocks, foot }: Paper): ReportDocument {
  return {
    letterhead: {
      parent: department.parent,
      department: department.name,
      number: `Số:        /${form.symbol}`,
      place: department.province.replace(/^(tỉnh|thành phố)\s+/iu, ''),
      on,
    },
    kind: 'Báo cáo',
    subject: form.title,
    period: form.form ? `${period} – Biểu ${form.form}` : period,
    caution: form.caution,
    isLandscape,
    blocks: [...blocks, { kind: 'text', text: `Nguồn của biểu: ${form.source}.` }],
    recipients: form.recipients,
    signer: form.signer,
    foot,
  };
}
