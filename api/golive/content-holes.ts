// What lacks in content/ before the portal is opened to citizens: names, numbers, confirmations, decisions. Pure.
import { detailLabels } from '../contacts/labels.ts';
import type { Contact, DetailType, Tier } from '../contacts/schema.ts';
import type { Deadline } from '../deadlines/schema.ts';
import type { Department } from '../department/schema.ts';
import type { HeldBackDocument } from '../documents/held-back.ts';
import type { NewsFront } from '../news/schema.ts';
import { isSuperseded } from '../procedures/order.ts';
import type { Procedure } from '../procedures/schema.ts';
import type { NoticeBoard } from '../sheets/content.ts';
import type { Unit } from '../units/schema.ts';
import type { Hole } from './hole.ts';

/** What of content/ is asked. */
export type Filled = {
  writtenContacts: readonly Contact[];
  department: Department;
  units: readonly Unit[];
  procedures: ReadonlyMap<string, Procedure>;
  heldBackDocuments: readonly HeldBackDocument[];
  posts: readonly { front: Pick<NewsFront, 'title' | 'approved'> }[];
  deadlines: readonly Deadline[];
  noticeBoard: NoticeBoard;
  unsureElsewhere: readonly string[];
};

const hole = (weight: Hole['weight'], what: string, todo: string, where: string): Hole => ({
  weight,
  what,
  todo,
  where,
  items: [],
});

/** One for all that wait for the same; none where nothing waits. */
const holeOf = (items: string[], ...said: Parameters<typeof hole>): Hole[] =>
  items.length > 0 ? [{ ...hole(...said), items }] : [];

/** Worst first: what misleads a citizen, then what leaves one without an answer. */
export function contentHoles(content: Filled): Hole[] {
  return [
    ...channelHoles(content.writtenContacts),
    ...departmentHoles(content),
    ...unitHoles(content),
    ...procedureHoles(content),
    ...heldBackHoles(content),
    ...ruleHoles(content),
  ];
}

const contactsFile = 'content/contacts.yaml';

function channelHoles(contacts: readonly Contact[]): Hole[] {
  const lacks = (tier: Tier, type: DetailType) =>
    !contacts.some(
      (contact) =>
        contact.tier === tier &&
        contact.details.some((detail) => detail.type === type && detail.value !== null && detail.checked),
    );
  const wanted: [Hole['weight'], Tier, DetailType, string][] = [
    ['must', 'department', 'phone', 'số điện thoại đường dây nóng của Sở'],
    ['must', 'department', 'address', 'địa chỉ của Sở'],
    ['must', 'province', 'phone', 'số điện thoại chuyên dùng của Văn phòng Ủy ban nhân dân tỉnh'],
    ['must', 'one-stop', 'address', 'địa chỉ nơi nộp hồ sơ'],
    ['should', 'department', 'email', 'thư điện tử của Sở'],
    ['should', 'department', 'hours', 'giờ làm việc của Sở'],
    ['should', 'one-stop', 'phone', 'điện thoại nơi nộp hồ sơ'],
    ['should', 'one-stop', 'hours', 'giờ làm việc nơi nộp hồ sơ'],
  ];
  const unchecked = contacts.flatMap(({ name, details }) =>
    details
      .filter(({ value, checked }) => value !== null && !checked)
      .map(({ type, value }) => `${name}: ${detailLabels[type].toLocaleLowerCase('vi')} ${value}`),
  );
  const hasPerson = contacts.some(
    ({ tier, focalPersons }) => tier === 'department' && focalPersons.some(({ name }) => name !== null),
  );
  return [
    ...wanted
      .filter(([, tier, type]) => lacks(tier, type))
      .map(([weight, , , what]) =>
        hole(weight, what, 'Ghi value, gọi hoặc gửi thử rồi ghi testedOn; bỏ checked: false.', contactsFile),
      ),
    ...(hasPerson
      ? []
      : [
          hole(
            'must',
            'người được giao làm đầu mối của Sở',
            'Ghi họ tên, chức vụ, điện thoại người được phân công và người thay khi vắng.',
            `${contactsFile}, focalPersons`,
          ),
        ]),
    ...holeOf(
      unchecked,
      'should',
      'số, giờ đã ghi mà không ai gọi thử',
      'Gọi, gửi thử; được thì bỏ checked: false. Trước đó không hiện trên trang.',
      contactsFile,
    ),
  ];
}

function departmentHoles({ department }: Filled): Hole[] {
  const file = 'content/department.yaml';
  const lacking = [
    ['địa chỉ', department.address],
    ['điện thoại', department.phone],
    ['thư điện tử', department.email],
    ['giờ làm việc', department.officeHours],
  ].flatMap(([label, value]) => (value === null && label ? [label] : []));
  return [
    ...holeOf(lacking, 'must', 'địa chỉ, liên hệ của Sở ở chân trang và thư', 'Ghi từng mục.', file),
    ...(department.letterSymbol === null
      ? [hole('must', 'ký hiệu công văn của Sở', 'Ghi letterSymbol, như SKHCN.', file)]
      : []),
    ...(department.dataLicence === null
      ? [hole('should', 'giấy phép của dữ liệu mở', 'Ghi dataLicence: name, url.', file)]
      : []),
  ];
}

function unitHoles({ units }: Filled): Hole[] {
  const unsure = units.filter(({ confirmed }) => !confirmed).map(({ name }) => name);
  return holeOf(
    unsure,
    'must',
    'các đơn vị trả lời, theo cơ cấu hiện nay',
    'Sửa tên, bỏ đơn vị không còn, thêm đơn vị mới; ghi confirmed: true.',
    'content/units.yaml',
  );
}

function procedureHoles({ procedures }: Filled): Hole[] {
  const current = [...procedures.values()].filter((procedure) => !isSuperseded(procedure));
  const of = (wanted: (procedure: Procedure) => boolean) => current.filter(wanted).map(({ name }) => name);
  const undecided = of(({ decisions }) => decisions.province === null);
  const unreviewed = of(({ review }) => review.state === 'needs-review');
  const uncoded = of(({ code }) => code === null);
  const where = '/can-bo/thu-tuc, content/procedures/';
  return [
    ...holeOf(
      undecided,
      'must',
      `số quyết định công bố của ${undecided.length} thủ tục`,
      'Nhập quyết định công bố của tỉnh: npm run content:import, hoặc ghi decisions.province.',
      where,
    ),
    ...holeOf(
      unreviewed,
      'must',
      `xác nhận nội dung của ${unreviewed.length} thủ tục`,
      'Đối chiếu với quyết định công bố, sửa, rồi ghi review: confirmed và ngày.',
      where,
    ),
    ...holeOf(
      uncoded,
      'should',
      `mã quốc gia của ${uncoded.length} thủ tục`,
      'Ghi code theo Cổng Dịch vụ công quốc gia.',
      where,
    ),
  ];
}

function heldBackHoles({ heldBackDocuments, posts }: Filled): Hole[] {
  const waiting = posts.filter(({ front }) => front.approved === null).map(({ front }) => front.title);
  const documents = heldBackDocuments.map(({ name, reason }) => `${name}: ${reason}`);
  return [
    ...holeOf(
      waiting,
      'must',
      `người duyệt ${waiting.length} bài của chuyên mục`,
      'Ghi approved: by (chức danh), on (ngày). Trước đó bài không đăng.',
      'content/news/',
    ),
    ...holeOf(
      documents,
      'should',
      `${documents.length} văn bản chưa đủ điều kiện đăng`,
      'Đọc bản chính, ghi trích yếu, hiệu lực, nguồn. Văn bản của tỉnh khác thì để vậy.',
      'content/documents/',
    ),
  ];
}

function ruleHoles({ deadlines, noticeBoard, unsureElsewhere }: Filled): Hole[] {
  const proposed = deadlines.filter(({ certainty }) => certainty === 'proposal').map(({ label }) => label);
  return [
    ...holeOf(
      proposed,
      'should',
      `${proposed.length} thời hạn nội bộ do phần mềm đề xuất`,
      'Quyết định con số, ghi căn cứ.',
      '/can-bo/thoi-han',
    ),
    ...holeOf(
      [...unsureElsewhere],
      'should',
      `nơi giải quyết ${unsureElsewhere.length} việc không thuộc Sở, ghi theo hiểu biết chung`,
      'Đối chiếu văn bản giao thẩm quyền, ghi source, certainty: law.',
      'content/search/elsewhere.yaml',
    ),
    ...(noticeBoard.pakn.certainty === 'in-substance'
      ? [
          hole(
            'should',
            'lời của tờ hướng dẫn phản ánh, kiến nghị',
            'So từng chữ với Phụ lục của Thông tư, ghi certainty: verbatim.',
            'content/notice-board.yaml',
          ),
        ]
      : []),
  ];
}
