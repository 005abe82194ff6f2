// The wording of the print sheets, taken from content/notice-board.yaml when the site is built.
import { parse } from 'yaml';
import { NoticeBoard } from '../../../api/sheets/content.ts';
import source from '@content/notice-board.yaml?raw';

export const noticeBoard = NoticeBoard.parse(parse(source));
