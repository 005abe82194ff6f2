// The frame that all reports share on paper. Pure.
import type { Department } from '../department/schema.ts';
import type { ReportBlock, ReportDocument } from './document.ts';
import type { ReportForm } from './form-schema.ts';

export type Paper = {
  form: Pick<
    ReportForm,
    'form' | 'genre' | 'title' | 'caution' | 'source' | 'recipients' | 'signer' | 'symbol'
  >;
  department: Pick<Department, 'name' | 'parent' | 'province'>;
  /** The day that stands in the head. */
  on: string;
  period: string;
  isLandscape: boolean;
  blocks: ReportBlock[];
  foot: string;
};

/** `UBND tỉnh Quảng Ngãi`: what is well known is shortened in the parent's name (NĐ 30/2020/NĐ-CP, Phụ lục I, mục II.2). */
const shortened = (parent: string) => parent.replace(/^(Ủy|Uỷ) ban nhân dân/u, 'UBND');

/** The department without the province that its parent already names. */
const ownName = ({ name, parent, province }: Paper['department']) =>
  parent.endsWith(province) && name.endsWith(` ${province}`) ? name.slice(0, -province.length - 1) : name;

/** Head, title, caution, recipients, signature around the blocks of a report. */
export function paperOf({ form, department, on, period, isLandscape, blocks, foot }: Paper): ReportDocument {
  return {
    letterhead: {
      parent: shortened(department.parent),
      department: ownName(department),
      number: form.symbol === null ? '' : `Số:        /${form.symbol}`,
      place: department.province.replace(/^(tỉnh|thành phố)\s+/iu, ''),
      on,
    },
    kind: form.genre,
    subject: form.title,
    period: form.form ? `${period} – Biểu ${form.form}` : period,
    caution: form.caution,
    isLandscape,
    blocks: [...blocks, { kind: 'text', text: `Nguồn của biểu: ${form.source}.`, isNote: true }],
    recipients: form.recipients,
    signer: form.signer,
    foot,
  };
}
