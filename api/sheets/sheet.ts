// The three kinds of print sheets, built from content: the guidance notice, one procedure, the list of a field. Pure.
import { numberInFull } from '../documents/labels.ts';
import { vietnameseDate } from '../dates/dates.ts';
import { unconfirmedSentence } from '../contacts/ask.ts';
import type { Contact } from '../contacts/schema.ts';
import type { Department } from '../department/schema.ts';
import { channelLabels, onlineLevelLabels, shortTimeLimit } from '../procedures/labels.ts';
import { isSuperseded } from '../procedures/order.ts';
import { isGiven, isNone, noneWords } from '../procedures/part.ts';
import { fold } from '../text/fold.ts';
import type { Procedure } from '../procedures/schema.ts';
import { briefAddresses, fullAddresses } from './addresses.ts';
import type { Block, Sheet } from './block.ts';
import type { NoticeBoard } from './content.ts';
import { askAtCounter, procedureBlocks } from './procedure-blocks.ts';

export type SheetSource = {
  department: Department;
  contacts: readonly Contact[];
  noticeBoard: NoticeBoard;
  procedures: ReadonlyMap<string, Procedure>;
};

export const paknSheetId = 'pakn';
export const procedureSheetId = (slug: string) => `thu-tuc-${slug}`;
export const fieldSheetId = (field: string) => `linh-vuc-${fold(field).replaceAll(/[^a-z0-9]+/g, '-')}`;

/** What goes up on the wall: superseded procedures do not. In the portal's order. */
export const postedProcedures = ({ procedures }: Pick<SheetSource, 'procedures'>) =>
  [...procedures.values()].filter((procedure) => !isSuperseded(procedure));

/** The fields with their posted procedures, in the portal's order. */
export const postedFields = (source: Pick<SheetSource, 'procedures'>) =>
  Map.groupBy(postedProcedures(source), ({ field }) => field);

/** All sheets, one after the other; nothing is drawn. */
export function* allSheets(source: SheetSource): Generator<Sheet> {
  yield paknSheet(source);
  for (const [field, members] of postedFields(source)) yield fieldSheet(source, field, members);
  for (const procedure of postedProcedures(source)) yield procedureSheet(source, procedure);
}

/** The sheet of an id; undefined: there is none (any more). */
export function sheetOf(source: SheetSource, id: string): Sheet | undefined {
  if (id === paknSheetId) return paknSheet(source);
  if (id.startsWith('linh-vuc-')) {
    const found = [...postedFields(source)].find(([field]) => fieldSheetId(field) === id);
    return found && fieldSheet(source, ...found);
  }
  const procedure = source.procedures.get(id.replace(/^thu-tuc-/, ''));
  return procedure && procedureSheetId(procedure.slug) === id && !isSuperseded(procedure)
    ? procedureSheet(source, procedure)
    : undefined;
}

function paknSheet({ department, contacts, noticeBoard: { pakn } }: SheetSource): Sheet {
  return {
    ...headOf(department),
    id: paknSheetId,
    kind: 'pakn',
    title: pakn.title,
    subtitle: null,
    slogan: department.slogan,
    orientation: 'portrait',
    blocks: [
      { kind: 'text', text: pakn.intro.replaceAll('{{cơ quan}}', department.name), tone: 'plain' },
      { kind: 'list', items: pakn.contents, marker: 'number' },
      { kind: 'box', title: pakn.addressesTitle, tone: 'address', blocks: fullAddresses(contacts) },
      { kind: 'heading', text: pakn.requirementsTitle },
      { kind: 'list', items: pakn.requirements, marker: 'dot' },
      { kind: 'text', text: pakn.refusal, tone: 'strong' },
    ],
    legalBasis: pakn.legalBasis,
  };
}

function procedureSheet({ department, contacts, noticeBoard }: SheetSource, procedure: Procedure): Sheet {
  return {
    ...headOf(department),
    id: procedureSheetId(procedure.slug),
    kind: 'procedure',
    title: procedure.name,
    subtitle: procedure.code ? `Mã thủ tục: ${procedure.code}` : null,
    slogan: null,
    orientation: 'portrait',
    blocks: [
      ...standing(procedure, counterOf(contacts)),
      ...procedureBlocks(procedure),
      {
        kind: 'box',
        title: 'Phản ánh, kiến nghị về thủ tục này xin gửi theo địa chỉ',
        tone: 'address',
        blocks: [
          ...briefAddresses(contacts),
          {
            kind: 'text',
            text: `Ghi rõ họ tên, địa chỉ, số điện thoại. ${noticeBoard.pakn.refusal}`,
            tone: 'small',
          },
        ],
      },
    ],
    legalBasis: noticeBoard.procedure.legalBasis,
  };
}

/** Who is asked at the counter, by name: paper outlives the telephones that are known on a day. */
const counterOf = (contacts: readonly Contact[]) =>
  contacts.find(({ tier }) => tier === 'one-stop')?.name ?? 'Sở';

/** What a reader must know before the parts: that nobody has confirmed it, or that it does not hold yet. */
function standing({ status, effectiveFrom }: Procedure, counter: string): Block[] {
  if (status === 'needs-review') return [warning('Lưu ý', unconfirmedSentence(counter))];
  if (status === 'not-yet-in-force')
    return [
      warning(
        'Chưa có hiệu lực',
        effectiveFrom
          ? `Có hiệu lực từ ngày ${vietnameseDate(effectiveFrom)}.`
          : 'Hỏi ngày có hiệu lực trước khi nộp hồ sơ.',
      ),
    ];
  return [];
}

const warning = (title: string, text: string): Block => ({
  kind: 'box',
  title,
  tone: 'warning',
  blocks: [{ kind: 'text', text, tone: 'plain' }],
});

/** The columns of a provincial list (khoản 2 Điều 13 Nghị định 63/2010/NĐ-CP, sửa đổi bởi Nghị định 92/2017/NĐ-CP). */
function fieldSheet(
  { department, contacts, noticeBoard }: SheetSource,
  field: string,
  members: Procedure[],
): Sheet {
  const unreviewed = members.filter(({ status }) => status === 'needs-review').length;
  return {
    ...headOf(department),
    id: fieldSheetId(field),
    kind: 'field',
    title: 'Danh mục thủ tục hành chính',
    subtitle: `Lĩnh vực: ${field} (${members.length} thủ tục)`,
    slogan: null,
    orientation: 'landscape',
    blocks: [
      ...(unreviewed > 0
        ? [
            warning(
              'Lưu ý',
              unconfirmedSentence(counterOf(contacts), {
                about: `${unreviewed} trên ${members.length} thủ tục (có dấu *)`,
              }),
            ),
          ]
        : []),
      {
        kind: 'table',
        columns: [
          { label: 'STT', share: 4, centred: true },
          { label: 'Mã thủ tục', share: 9, centred: true },
          { label: 'Tên thủ tục', share: 24, centred: false },
          { label: 'Thời hạn giải quyết', share: 14, centred: false },
          { label: 'Cách thức, địa điểm', share: 13, centred: false },
          { label: 'Phí, lệ phí', share: 13, centred: false },
          { label: 'Căn cứ pháp lý', share: 14, centred: false },
          { label: 'Xem toàn văn', share: 9, centred: true },
        ],
        rows: members.map((procedure, index) => [
          String(index + 1),
          procedure.code ?? '',
          `${procedure.name}${procedure.status === 'needs-review' ? '\u00a0*' : ''}${notYet(procedure)}`,
          shortTimeLimit(procedure) ?? askAtCounter,
          waysWords(procedure),
          feeWords(procedure),
          basisWords(procedure),
          { qr: `/thu-tuc/${procedure.slug}` },
        ]),
      },
    ],
    legalBasis: noticeBoard.field.legalBasis,
  };
}

const notYet = ({ status, effectiveFrom }: Procedure) =>
  status === 'not-yet-in-force' && effectiveFrom ? ` (có hiệu lực từ ${vietnameseDate(effectiveFrom)})` : '';

function feeWords({ fee }: Procedure): string {
  if (fee === 'unknown') return askAtCounter;
  return isGiven(fee) ? fee.text : noneWords(fee);
}

/** How and where a dossier is handed in, and how much of it online. */
function waysWords({ methods, onlineLevel, agencies: { receiving } }: Procedure): string {
  const known = [
    isGiven(methods) ? [...new Set(methods.map(({ channel }) => channelLabels[channel]))].join(', ') : null,
    onlineLevel === 'unknown' ? null : `Dịch vụ công trực tuyến: ${onlineLevelLabels[onlineLevel]}`,
    isGiven(receiving) ? receiving.join('; ') : null,
  ].filter((words) => words !== null);
  if (known.length > 0) return known.join('\n');
  return isNone(methods) ? noneWords(methods) : askAtCounter;
}

function basisWords({ legalBasis }: Procedure): string {
  if (isGiven(legalBasis))
    return legalBasis.map(({ number, title }) => (number ? numberInFull(number) : title)).join('; ');
  return isNone(legalBasis) ? noneWords(legalBasis) : askAtCounter;
}

const headOf = ({ parent, name }: Department) => ({ issuers: [parent, name] });
