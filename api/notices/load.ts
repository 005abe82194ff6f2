// Reads content/notices.yaml and content/notices.en.yaml.
import { readYaml } from '../content/read.ts';
import { withoutTwin } from './letter.ts';
import { Notices, SenderNotices } from './schema.ts';

export const readNotices = (from: string): Promise<Notices> => readYaml(from, 'notices.yaml', Notices);

/** Throws an Error in Vietnamese for a letter of one language that the other lacks, or that tells other facts. */
export async function readEnglishNotices(from: string, notices: SenderNotices): Promise<SenderNotices> {
  const english = await readYaml(from, 'notices.en.yaml', SenderNotices);
  const [lacking] = withoutTwin(notices, english);
  if (lacking)
    throw new Error(
      `content/notices.en.yaml chưa đúng: ${lacking} phải có ở cả hai tiếng, với cùng các chỗ điền.`,
    );
  return english;
}
