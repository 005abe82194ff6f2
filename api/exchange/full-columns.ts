// The main worksheet of the full form: each column with what stands in it and how it is put back into a procedure.
import {
  eraLabels,
  kindLabels,
  levelLabels,
  onlineLevelLabels,
  statusLabels,
  timeUnitLabels,
} from '../procedures/labels.ts';
import type { Agencies } from '../procedures/schema.ts';
import {
  dayCell,
  dayFrom,
  labelled,
  linesCell,
  linesFrom,
  numberFrom,
  partCell,
  partFrom,
} from './full-cells.ts';
import {
  agency,
  choice,
  day,
  labels,
  lines,
  type MainColumn,
  nullable,
  plain,
  rows,
  settle,
  settleIn,
  withText,
  words,
} from './full-column-kinds.ts';
import { agencyLabels } from './part-words.ts';

export const mainWorksheet = 'Thủ tục';
export const slugColumn = 'Tên tệp';

export const reviewLabels = { 'needs-review': 'Cần rà soát', confirmed: 'Đã rà soát' };
const confidenceLabels = { source: 'Đọc ở nguồn', 'general-knowledge': 'Hiểu biết chung' };
const obsoleteLabels = { true: 'Đã cũ', false: 'Chưa cũ' };

/** Columns in the order of Điều 8; lists with several facts per line have a worksheet of their own. */
export const mainColumns: readonly MainColumn[] = [
  nullable('code', 'Mã TTHC', 14, (file) => file.code, true),
  plain('name', 'Tên thủ tục hành chính', 46),
  plain('field', 'Lĩnh vực', 20),
  {
    heading: 'Đơn vị phụ trách (mã)',
    key: 'unit',
    width: 20,
    cell: ({ unit }) => unit ?? '',
    put: (draft, text) => settle(draft, 'unit', text === '' ? undefined : text),
  },
  labels('levels', 'Cấp thực hiện', 16, levelLabels),
  {
    heading: 'Loại thủ tục',
    key: 'kind',
    width: 24,
    cell: ({ kind }) => partCell(kind, (value) => kindLabels[value]),
    put: (draft, text) =>
      settle(
        draft,
        'kind',
        partFrom(text, (value) => labelled(kindLabels, value)),
      ),
  },
  rows('steps', 'Trình tự thực hiện'),
  rows('methods', 'Cách thức thực hiện'),
  rows('dossier', 'Thành phần hồ sơ'),
  words('sets', 'Số lượng hồ sơ', 16),
  ...withText('timeLimit', 'Thời hạn giải quyết', 34, [
    {
      heading: 'Thời hạn: số',
      field: 'amount',
      width: 10,
      cell: (limit) => limit.amount ?? '',
      from: (_, value) => numberFrom(value),
    },
    {
      heading: 'Thời hạn: đơn vị',
      field: 'unit',
      width: 14,
      choices: Object.values(timeUnitLabels),
      cell: (limit) => (limit.unit ? timeUnitLabels[limit.unit] : ''),
      from: (text) => (text === '' ? null : labelled(timeUnitLabels, text)),
    },
    {
      heading: 'Thời hạn: tính từ',
      field: 'from',
      width: 26,
      cell: (limit) => limit.from ?? '',
      from: (text) => text || null,
    },
  ]),
  lines('applicants', 'Đối tượng thực hiện', 22),
  ...(Object.keys(agencyLabels) as (keyof Agencies)[]).map(agency),
  lines('results', 'Kết quả thực hiện', 30),
  words('conditions', 'Yêu cầu, điều kiện', 40),
  ...withText('fee', 'Phí, lệ phí', 30, [
    {
      heading: 'Phí, lệ phí: số tiền (đồng)',
      field: 'amountVnd',
      width: 14,
      cell: (fee) => fee.amountVnd ?? '',
      from: (_, value) => numberFrom(value),
    },
  ]),
  rows('legalBasis', 'Căn cứ pháp lý'),
  choice('onlineLevel', 'Dịch vụ công trực tuyến', 18, onlineLevelLabels),
  choice('status', 'Trạng thái', 16, statusLabels),
  day('effectiveFrom', 'Có hiệu lực từ ngày'),
  day('effectiveTo', 'Hiệu lực đến hết ngày'),
  nullable('replacedBy', 'Bị thay thế bởi (tên tệp)', 18, (file) => file.replacedBy),
  ...review(),
  {
    heading: 'Thủ tục liên quan (tên tệp)',
    key: 'related',
    width: 24,
    cell: ({ related }) => linesCell(related),
    put: (draft, text) => void (draft.related = linesFrom(text)),
  },
  ...provenance(),
];

function review(): MainColumn[] {
  return [
    {
      heading: 'Rà soát',
      key: 'review',
      fact: 'state',
      width: 14,
      choices: Object.values(reviewLabels),
      cell: (file) => reviewLabels[file.review.state],
      put: (draft, text) => settleIn(draft, 'review', 'state', labelled(reviewLabels, text)),
    },
    {
      heading: 'Ngày rà soát',
      key: 'review',
      fact: 'on',
      width: 13,
      centred: true,
      cell: (file) => dayCell(file.review.on),
      put: (draft, text) => settleIn(draft, 'review', 'on', dayFrom(text)),
    },
    {
      heading: 'Người rà soát',
      key: 'review',
      fact: 'by',
      width: 20,
      cell: (file) => file.review.by ?? '',
      put: (draft, text) => settleIn(draft, 'review', 'by', text || null),
    },
  ];
}

function provenance(): MainColumn[] {
  type Words = 'sourceProvince' | 'note' | 'codeAsPublished' | 'unverifiedCode' | 'reviewerNote';
  const text = (heading: string, field: Words, width: number, internal?: true): MainColumn => ({
    heading,
    key: 'provenance',
    fact: field,
    width,
    internal,
    cell: (file) => file.provenance[field] ?? '',
    put: (draft, value) => settleIn(draft, 'provenance', field, value || null),
  });
  return [
    {
      heading: 'Độ chắc của nguồn',
      key: 'provenance',
      fact: 'confidence',
      width: 16,
      choices: Object.values(confidenceLabels),
      cell: ({ provenance: { confidence } }) => confidenceLabels[confidence],
      put: (draft, value) => settleIn(draft, 'provenance', 'confidence', labelled(confidenceLabels, value)),
    },
    {
      heading: 'Thế hệ nội dung',
      key: 'provenance',
      fact: 'era',
      width: 24,
      cell: ({ provenance: { era } }) => (era ? eraLabels[era] : ''),
      put: (draft, value) =>
        settleIn(draft, 'provenance', 'era', value === '' ? null : labelled(eraLabels, value)),
    },
    {
      heading: 'Đã cũ',
      key: 'provenance',
      fact: 'obsolete',
      width: 12,
      choices: Object.values(obsoleteLabels),
      cell: ({ provenance: { obsolete } }) => (obsolete === null ? '' : obsoleteLabels[`${obsolete}`]),
      put: (draft, value) => {
        const read = value === '' ? null : labelled(obsoleteLabels, value);
        return settleIn(draft, 'provenance', 'obsolete', typeof read === 'string' ? read === 'true' : read);
      },
    },
    text('Tỉnh của nguồn', 'sourceProvince', 18),
    text('Ghi chú về nguồn', 'note', 40),
    {
      heading: 'Địa chỉ nguồn',
      key: 'provenance',
      fact: 'sources',
      width: 40,
      cell: ({ provenance: { sources } }) => linesCell(sources),
      put: (draft, value) => settleIn(draft, 'provenance', 'sources', linesFrom(value)),
    },
    text('Mã như nguồn đăng', 'codeAsPublished', 20, true),
    text('Mã chưa kiểm chứng', 'unverifiedCode', 16, true),
    text('Ghi chú của người rà soát', 'reviewerNote', 30, true),
  ];
}
