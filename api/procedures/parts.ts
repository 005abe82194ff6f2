// The parts of a procedure that a decision can change, in the order in which the page shows them.
import { z } from 'zod';
import { canonicalJson } from '../text/canonical.ts';
import type { ProcedureFile } from './schema.ts';

export const ProcedurePart = z.enum([
  'name',
  'field',
  'levels',
  'kind',
  'steps',
  'methods',
  'dossier',
  'sets',
  'timeLimit',
  'applicants',
  'agencies',
  'results',
  'conditions',
  'fee',
  'legalBasis',
  'onlineLevel',
]);
export type ProcedurePart = z.infer<typeof ProcedurePart>;

export const partLabels: Record<ProcedurePart, string> = {
  name: 'Tên thủ tục',
  field: 'Lĩnh vực',
  levels: 'Cấp thực hiện',
  kind: 'Loại thủ tục',
  steps: 'Trình tự thực hiện',
  methods: 'Cách thức thực hiện',
  dossier: 'Thành phần hồ sơ',
  sets: 'Số lượng hồ sơ',
  timeLimit: 'Thời hạn giải quyết',
  applicants: 'Đối tượng thực hiện',
  agencies: 'Cơ quan giải quyết',
  results: 'Kết quả thực hiện',
  conditions: 'Yêu cầu, điều kiện',
  fee: 'Phí, lệ phí',
  legalBasis: 'Căn cứ pháp lý',
  onlineLevel: 'Mức độ dịch vụ công trực tuyến',
};

/** The parts in which two contents of one procedure differ; order of keys does not count, order of lists does. */
export function changedParts(
  before: Pick<ProcedureFile, ProcedurePart>,
  after: Pick<ProcedureFile, ProcedurePart>,
): ProcedurePart[] {
  return ProcedurePart.options.filter((part) => canonicalJson(before[part]) !== canonicalJson(after[part]));
}
