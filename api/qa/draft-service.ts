// A question and answer drafted from a published answer: its masked text only, as a file for an editor to finish.
import { stringify } from 'yaml';
import { findPersonalData } from '../cases/privacy/masking.ts';
import { publishedAnswer } from '../cases/reading/answer-service.ts';
import type { Portal } from '../portal/portal.ts';
import type { QaDraft, QaFile } from './schema.ts';

const head =
  '# Bản nháp hỏi đáp, soạn từ một câu trả lời công khai. Viết lại câu hỏi cho ngắn, thêm căn cứ (legalBasis), ghi ngày rà soát\n' +
  '# (reviewedOn), rồi đổi draft thành false và lưu vào content/qa.\n';

/** Throws not-found where no answer is published under the number. */
export async function draftFromAnswer(portal: Portal, number: string): Promise<QaDraft> {
  const { summary, answer, procedure } = await publishedAnswer(portal, number);
  const file: QaFile = {
    question: summary.trim(),
    answer: `${answer.trim()}\n`,
    procedures: procedure ? [procedure.slug] : [],
    legalBasis: [],
    madeFrom: number,
    reviewedOn: null,
    draft: true,
  };
  const findings = findPersonalData(`${summary}\n${answer}`, { name: '' });
  return {
    fileName: `${number.toLowerCase()}.yaml`,
    yaml: head + stringify(file, { lineWidth: 118 }),
    warnings: findings.map(({ text, advice }) => ({ text, advice })),
  };
}
