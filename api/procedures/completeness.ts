// Which of the eight parts of a procedure the portal can show, and which still lack information.
import { isGiven, isNone, type Part, partState, type PartState } from './part.ts';
import type { Procedure } from './schema.ts';

type Facts = Pick<
  Procedure,
  | 'steps'
  | 'methods'
  | 'dossier'
  | 'sets'
  | 'timeLimit'
  | 'applicants'
  | 'agencies'
  | 'results'
  | 'conditions'
  | 'fee'
>;

/** The parts a) to h) of Điều 8 khoản 2 Nghị định 63/2010/NĐ-CP, in their order; a part may have several facts. */
export const statutoryParts: readonly { letter: string; label: string; facts: (of: Facts) => PartState[] }[] =
  [
    { letter: 'a', label: 'Tên thủ tục hành chính', facts: () => ['given'] },
    { letter: 'b', label: 'Trình tự thực hiện', facts: ({ steps }) => [partState(steps)] },
    { letter: 'c', label: 'Cách thức thực hiện', facts: ({ methods }) => [partState(methods)] },
    {
      letter: 'd',
      label: 'Thành phần, số lượng hồ sơ',
      facts: ({ dossier, sets }) => [partState(dossier), partState(sets)],
    },
    {
      letter: 'đ',
      label: 'Thời hạn giải quyết',
      facts: (of) => [hasTimePerWay(of) ? 'given' : partState(of.timeLimit)],
    },
    { letter: 'e', label: 'Đối tượng thực hiện', facts: ({ applicants }) => [partState(applicants)] },
    { letter: 'g', label: 'Cơ quan giải quyết', facts: ({ agencies }) => [partState(agencies.executing)] },
    {
      letter: 'h',
      label: 'Mẫu đơn, tờ khai; kết quả; yêu cầu, điều kiện; phí, lệ phí',
      facts: (of) => [
        partState(formsOf(of)),
        partState(of.results),
        partState(of.conditions),
        partState(of.fee),
      ],
    },
  ];

/** Every way to lodge has a time limit of its own, so that there is no common one. */
export const hasTimePerWay = ({ methods, timeLimit }: Pick<Facts, 'methods' | 'timeLimit'>): boolean =>
  timeLimit === 'unknown' && isGiven(methods) && methods.every(({ time }) => time !== null);

/** A part is done when each of its facts is given or said by the source not to exist. */
export function completeness(procedure: Facts): { done: number; of: number; lacking: string[] } {
  const lacking = statutoryParts.filter(({ facts }) => facts(procedure).includes('unknown'));
  return {
    done: statutoryParts.length - lacking.length,
    of: statutoryParts.length,
    lacking: lacking.map(({ label }) => label),
  };
}

/** `file` is where it can be downloaded. */
export type NamedForm = { paper: string; form: string; file?: string };

/** The forms named among the papers; unknown while no paper names one and any is silent about it. */
export function formsOf({ dossier }: Pick<Procedure, 'dossier'>): Part<NamedForm[]> {
  if (dossier === 'unknown' || isNone(dossier)) return dossier;
  const papers = dossier.flatMap((oneCase) => oneCase.papers);
  const forms = papers.flatMap(({ name, form, formFile }): NamedForm[] => {
    if (formFile) return [{ paper: name, form: isGiven(form) ? form : name, file: formFile }];
    return isGiven(form) ? [{ paper: name, form }] : [];
  });
  if (forms.length > 0) return forms;
  return papers.every(({ form }) => isNone(form)) ? { none: 'Không có mẫu đơn, tờ khai' } : 'unknown';
}
