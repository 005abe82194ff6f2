// Reads content/notice-board.yaml.
import { readYaml } from '../content/read.ts';
import { NoticeBoard } from './content.ts';

export function readNoticeBoard(): Promise<NoticeBoard> {
  return readYaml('notice-board.yaml', NoticeBoard);
}
