// The open datasets: procedures, decisions, contacts, documents. What pages hold back stands here too, marked as such.
import { detailLabels, tierLabels } from '../../../api/contacts/labels.ts';
import {
  certaintyLabels,
  effectLabels,
  relationLabels,
  titleFromLabels,
} from '../../../api/documents/labels.ts';
import { onlineLevelLabels, statusLabels } from '../../../api/procedures/labels.ts';
import { isGiven, isNone, noneWords, type Part } from '../../../api/procedures/part.ts';
import { allContacts } from '../content/contacts.ts';
import { decisions } from '../content/decisions.ts';
import { whyNoPage, wholeLibrary } from '../content/documents.ts';
import { procedures, superseded } from '../content/procedures.ts';
import { dataset, joined, type Dataset } from './dataset.ts';

/** A part of a procedure in one cell: its value, the source's words for none, or empty where nothing is known. */
function cell<Value>(part: Part<Value>, of: (value: Value) => string): string | null {
  if (isGiven(part)) return of(part);
  return isNone(part) ? noneWords(part) : null;
}

const listedProcedures = dataset(
  {
    id: 'thu-tuc',
    kind: 'procedure',
    title: 'Thủ tục hành chính',
    description: 'Danh mục và nội dung thủ tục hành chính, kèm tình trạng rà soát và nguồn.',
    keywords: ['thủ tục hành chính', 'TTHC'],
  },
  [...procedures, ...superseded],
  [
    { name: 'ten_tep', about: 'Tên ổn định của thủ tục trong địa chỉ /thu-tuc/…', of: ({ slug }) => slug },
    { name: 'ma', about: 'Mã quốc gia đã đọc ở nguồn; có thể trống', of: ({ code }) => code },
    { name: 'ten', about: 'Tên thủ tục', of: ({ name }) => name },
    { name: 'linh_vuc', about: 'Lĩnh vực', of: ({ field }) => field },
    { name: 'tinh_trang', about: 'Tình trạng hiệu lực', of: ({ status }) => statusLabels[status] },
    { name: 'hieu_luc_tu', about: 'Ngày bắt đầu hiệu lực', of: ({ effectiveFrom }) => effectiveFrom },
    { name: 'hieu_luc_den', about: 'Ngày hết hiệu lực', of: ({ effectiveTo }) => effectiveTo },
    {
      name: 'ra_soat',
      about: 'Sở đã xác nhận nội dung hay chưa',
      of: ({ review }) => (review.state === 'confirmed' ? 'Đã rà soát' : 'Cần rà soát'),
    },
    { name: 'ngay_ra_soat', about: 'Ngày rà soát', of: ({ review }) => review.on },
    {
      name: 'thoi_han',
      about: 'Thời hạn giải quyết theo lời của nguồn; trống là nguồn không ghi',
      of: ({ timeLimit }) => cell(timeLimit, ({ text }) => text),
    },
    {
      name: 'phi_le_phi',
      about: 'Phí, lệ phí theo lời của nguồn; trống là nguồn không ghi',
      of: ({ fee }) => cell(fee, ({ text }) => text),
    },
    {
      name: 'doi_tuong',
      about: 'Đối tượng thực hiện',
      of: ({ applicants }) => cell(applicants, joined),
    },
    {
      name: 'co_quan_thuc_hien',
      about: 'Cơ quan thực hiện',
      of: ({ agencies }) => cell(agencies.executing, joined),
    },
    {
      name: 'truc_tuyen',
      about: 'Mức dịch vụ công trực tuyến: toàn trình, một phần',
      of: ({ onlineLevel }) => (onlineLevel === 'unknown' ? null : onlineLevelLabels[onlineLevel]),
    },
    {
      name: 'can_cu',
      about: 'Căn cứ pháp lý: số ký hiệu, hoặc tên khi không có số',
      of: ({ legalBasis }) =>
        cell(legalBasis, (bases) => joined(bases.map(({ number, title }) => number ?? title))),
    },
    {
      name: 'nguon',
      about: 'Địa chỉ các trang đã đọc',
      of: ({ provenance }) => provenance.sources.join(' '),
    },
  ],
);

const listedDecisions = dataset(
  {
    id: 'quyet-dinh',
    kind: 'decision',
    title: 'Quyết định công bố thủ tục hành chính',
    description:
      'Các quyết định công bố danh mục, nội dung thủ tục và việc của từng quyết định với từng thủ tục.',
    keywords: ['quyết định công bố', 'thủ tục hành chính'],
  },
  decisions,
  [
    { name: 'ten_tep', about: 'Tên ổn định của quyết định', of: ({ slug }) => slug },
    { name: 'so_ky_hieu', about: 'Số ký hiệu', of: ({ number }) => number },
    { name: 'trich_yeu', about: 'Trích yếu', of: ({ title }) => title },
    {
      name: 'cap',
      about: 'Cấp ban hành: Bộ hay tỉnh',
      of: ({ scope }) => (scope === 'ministry' ? 'Bộ' : 'Tỉnh'),
    },
    { name: 'co_quan', about: 'Cơ quan ban hành', of: ({ authority }) => authority },
    { name: 'ngay_ky', about: 'Ngày ký', of: ({ signedOn }) => signedOn },
    {
      name: 'hieu_luc_tu',
      about: 'Ngày hiệu lực; trống là nguồn không ghi',
      of: ({ effectiveOn }) => effectiveOn,
    },
    { name: 'so_thu_tuc', about: 'Số thủ tục mà quyết định tác động', of: ({ items }) => items.length },
    {
      name: 'thu_tuc',
      about: 'Tên ổn định của các thủ tục đó',
      of: ({ items }) => joined(items.map(({ procedure }) => procedure)),
    },
    { name: 'ghi_chu', about: 'Ghi chú', of: ({ note }) => note },
  ],
);

// One row for each way of reaching a channel; the objects are the channels whole.
// A way to reach a channel holds while both it and its channel do.
const given = (days: (string | null)[]) => days.filter((day) => day !== null).toSorted();
const latest = (...days: (string | null)[]) => given(days).at(-1) ?? null;
const earliest = (...days: (string | null)[]) => given(days)[0] ?? null;
const contactWays = allContacts.flatMap((contact) => contact.details.map((detail) => ({ contact, detail })));
const listedContacts = dataset(
  {
    id: 'kenh-tiep-nhan',
    kind: 'contact',
    title: 'Kênh tiếp nhận phản ánh, kiến nghị',
    description:
      'Địa chỉ, số điện thoại, thư điện tử tiếp nhận phản ánh, kiến nghị; mỗi cách liên hệ một dòng.',
    keywords: ['đường dây nóng', 'phản ánh, kiến nghị'],
  },
  contactWays,
  [
    { name: 'kenh', about: 'Tên ổn định của kênh', of: ({ contact }) => contact.id },
    { name: 'ten_kenh', about: 'Tên kênh', of: ({ contact }) => contact.name },
    { name: 'cap', about: 'Cấp của kênh', of: ({ contact }) => tierLabels[contact.tier] },
    { name: 'co_quan', about: 'Cơ quan vận hành', of: ({ contact }) => contact.operator },
    {
      name: 'loai',
      about: 'Cách liên hệ: điện thoại, thư điện tử, địa chỉ…',
      of: ({ detail }) => detailLabels[detail.type],
    },
    { name: 'gia_tri', about: 'Số, địa chỉ; trống là chưa có', of: ({ detail }) => detail.value },
    { name: 'con_thieu', about: 'Còn chờ ai, khi giá trị trống', of: ({ detail }) => detail.missing },
    {
      name: 'da_kiem_chung',
      about: 'Đã kiểm chứng hay chưa',
      of: ({ detail }) => (detail.checked ? 'Có' : 'Chưa'),
    },
    {
      name: 'thu_gan_nhat',
      about: 'Ngày gần nhất đã gọi, gửi thử và được; trống là chưa có lần nào được ghi',
      of: ({ detail }) => detail.testedOn,
    },
    {
      name: 'hieu_luc_tu',
      about: 'Dùng từ ngày',
      of: ({ contact, detail }) => latest(contact.validFrom, detail.validFrom),
    },
    {
      name: 'hieu_luc_den',
      about: 'Dùng đến hết ngày',
      of: ({ contact, detail }) => earliest(contact.validTo, detail.validTo),
    },
    { name: 'ghi_chu', about: 'Ghi chú', of: ({ detail }) => detail.note },
  ],
);

const listedDocuments = dataset(
  {
    id: 'van-ban',
    kind: 'document',
    title: 'Thư viện văn bản',
    description:
      'Văn bản mà kế hoạch của Sở dẫn và văn bản là căn cứ của thủ tục, kèm hiệu lực và mức chắc chắn.',
    keywords: ['văn bản', 'cải cách hành chính'],
  },
  wholeLibrary,
  [
    { name: 'ten_tep', about: 'Tên ổn định của văn bản trong địa chỉ /van-ban/…', of: ({ slug }) => slug },
    { name: 'so_ky_hieu', about: 'Số ký hiệu; trống là chưa có', of: ({ number }) => number },
    { name: 'loai', about: 'Loại văn bản', of: ({ kind }) => kind },
    { name: 'co_quan', about: 'Cơ quan ban hành', of: ({ issuer }) => issuer },
    { name: 'tinh', about: 'Tỉnh; trống là văn bản của trung ương', of: ({ province }) => province },
    {
      name: 'ngay_ban_hanh',
      about: 'Ngày ban hành; trống là nguồn không ghi',
      of: ({ issuedOn }) => issuedOn,
    },
    { name: 'nam', about: 'Năm ban hành', of: ({ year }) => year },
    { name: 'trich_yeu', about: 'Trích yếu; trống là chưa có', of: ({ title }) => title },
    {
      name: 'trich_yeu_theo',
      about: 'Trích yếu đọc ở đâu',
      of: ({ titleFrom }) => titleFrom && titleFromLabels[titleFrom],
    },
    { name: 'hieu_luc', about: 'Tình trạng hiệu lực', of: ({ effect }) => effectLabels[effect.state] },
    { name: 'hieu_luc_ngay', about: 'Ngày của tình trạng đó', of: ({ effect }) => effect.on },
    {
      name: 'muc_chac_chan',
      about: 'Vì sao biết tình trạng hiệu lực',
      of: ({ effect }) => effect.certainty && certaintyLabels[effect.certainty],
    },
    {
      name: 'quan_he',
      about: 'Quan hệ với văn bản khác',
      of: ({ relations }) => joined(relations.map(({ kind, name }) => `${relationLabels[kind]}: ${name}`)),
    },
    {
      name: 'ke_hoach_dan',
      about: 'Tên ổn định của các kế hoạch dẫn văn bản này',
      of: ({ namedBy }) => joined(namedBy.map(({ slug }) => slug)),
    },
    {
      name: 'thu_tuc',
      about: 'Tên ổn định của các thủ tục lấy văn bản làm căn cứ',
      of: ({ procedures: resting }) => joined(resting.map(({ slug }) => slug)),
    },
    { name: 'nguon', about: 'Địa chỉ các trang đã đọc', of: ({ sources }) => sources.join(' ') },
    { name: 'ghi_chu', about: 'Ghi chú', of: ({ note }) => note },
    {
      name: 'chua_dang_vi',
      about: 'Vì sao chưa có trang trên cổng; trống là đã đăng',
      of: ({ slug }) => whyNoPage(slug),
    },
  ],
);

export const datasets: Dataset[] = [
  listedProcedures,
  listedDecisions,
  { ...listedContacts, objects: allContacts },
  listedDocuments,
];
