// Reads content/notice-board.yaml.
import { readYaml } from '../content/read.ts';
import { NoticeBoard } from './content.ts';

export function readNoticeBoard(from: string): Promise<NoticeBoard> {
  return readYaml(from, 'notice-board.yaml', NoticeBoard);
}
