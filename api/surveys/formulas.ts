// Every formula of the results in words, with its source, as it is for this questionnaire; printed beside the figures. Pure.
import { smallestCell } from './tally.ts';
import { questionsOf, type SurveyFile } from './schema.ts';

export type Formula = { code: string; title: string; text: string; source: string };
type Parts = Pick<SurveyFile, 'valid' | 'groups' | 'sections'>;

/** `C1–C13`; codes that do not run on are all named: `B1, B4`. */
export function codeRange(codes: readonly string[]): string {
  const number = (code: string) => Number(/\d+$/.exec(code)?.[0]);
  const stem = (code: string) => code.replace(/\d+$/, '');
  const runsOn = codes.every(
    (code, index) => stem(code) === stem(codes[0] ?? '') && number(code) === number(codes[0] ?? '') + index,
  );
  return runsOn && codes.length > 2 ? `${codes[0]}–${codes.at(-1)}` : codes.join(', ');
}

/** Which questions make the figures: `grouped` the overall satisfaction, `general` stands by itself, `scored` the points. */
export function sourcesOf(survey: Pick<SurveyFile, 'sections'>) {
  const questions = questionsOf(survey);
  const scale = questions.flatMap((question) => (question.kind === 'scale5' ? [question] : []));
  return {
    grouped: codeRange(scale.filter(({ group }) => group !== null).map(({ code }) => code)),
    general: scale.find(({ group }) => group === null)?.code,
    scored: codeRange(questions.flatMap((one) => (one.kind === 'choice' && one.feeds ? [one.code] : []))),
  };
}

const sipas = 'Cách tính chung của SIPAS, Bộ Nội vụ';
const own = 'Quy ước của cổng';

export function formulasOf(survey: Parts): Formula[] {
  const { grouped, general, scored } = sourcesOf(survey);
  const { requires, section, sharePercent } = survey.valid;
  const unscored = questionsOf(survey).flatMap((one) =>
    one.kind === 'choice'
      ? (one.options ?? []).flatMap(({ label, points }) => (points === 'not-counted' ? [`“${label}”`] : []))
      : [],
  );
  const facts: Formula = {
    code: 'facts',
    title: `Điểm việc đã diễn ra (${scored})`,
    text: `Tổng điểm 0, 1, 2 của các câu ${scored} ÷ số câu trả lời có điểm, làm tròn một chữ số thập phân; cao nhất là 2.${unscored.length > 0 ? ` ${unscored.join(', ')} không có điểm.` : ''}`,
    source: 'Điều 13 và Điều 15 Thông tư 01/2018/TT-VPCP (đã có Thông tư 03/2025 thay thế)',
  };
  return [
    {
      code: 'valid',
      title: 'Phiếu hợp lệ',
      text: `Có trả lời câu ${requires.join(', ')} và ít nhất ${sharePercent}% số câu của phần ${section}; “Không có ý kiến” là một câu trả lời. Phiếu không hợp lệ được đếm riêng, không tính vào số nào khác.`,
      source: `${own}, theo Thông tư 01/2018/TT-VPCP và SIPAS`,
    },
    {
      code: 'item',
      title: 'Tỷ lệ hài lòng của một câu',
      text: '(số ý kiến “Hài lòng” + “Rất hài lòng”) ÷ (số ý kiến ở cả năm mức) × 100%, làm tròn một chữ số thập phân. “Không có ý kiến” không tính vào mẫu số.',
      source: sipas,
    },
    {
      code: 'group',
      title: 'Tỷ lệ hài lòng của một nhóm',
      text: 'Tổng số ý kiến “Hài lòng” và “Rất hài lòng” của các câu trong nhóm ÷ tổng số ý kiến của các câu trong nhóm × 100%.',
      source: sipas,
    },
    {
      code: 'overall',
      title: 'Chỉ số hài lòng chung',
      text: `Tổng số ý kiến “Hài lòng” và “Rất hài lòng” của các câu ${grouped} ÷ tổng số ý kiến của các câu ${grouped} × 100% (gộp mọi ý kiến, không lấy trung bình của các nhóm).${general ? ` Câu ${general} “Đánh giá chung” được nêu riêng bên cạnh.` : ''}`,
      source: own,
    },
    ...(scored ? [facts] : []),
    {
      code: 'change',
      title: 'Thay đổi so với đợt trước',
      text: 'Số của đợt này trừ số của đợt chốt gần nhất trước đó dùng cùng bộ câu hỏi, tính bằng điểm phần trăm.',
      source: own,
    },
    {
      code: 'suppression',
      title: 'Số không hiển thị',
      text: `Ô có dưới ${smallestCell} phiếu hoặc dưới ${smallestCell} ý kiến không được công khai; ô nhỏ kế tiếp cũng được ẩn để không ai tính ngược được từ tổng. Kết quả chỉ công khai sau khi chốt đợt.`,
      source: 'Luật Bảo vệ dữ liệu cá nhân số 91/2025/QH15',
    },
  ];
}
