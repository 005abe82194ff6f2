// Vietnamese wording of the public figures.
import { contentLabels, sourceLabels, trackLabels } from '../cases/labels.ts';
import type { CaseSource, ContentCode, Track } from '../cases/schema.ts';

/** The name of a track, content or channel of the figures. */
export function groupLabel(dimension: 'track' | 'content' | 'channel', key: string): string {
  if (key === 'none' || key === 'unclassified') return 'Kết thúc trước khi phân loại';
  if (dimension === 'track') return trackLabels[key as Track];
  if (dimension === 'content') return `${key}. ${contentLabels[key as ContentCode].label}`;
  return sourceLabels[key as CaseSource];
}

/** Open, and guided elsewhere: told together, so that no day's figures give away which letter was a denunciation. */
export const pendingLabel = 'Đang xử lý, hoặc đã hướng dẫn gửi nơi khác';
export const noFieldLabel = 'Không nêu thủ tục nào';
export const noUnitLabel = 'Chưa giao đơn vị';
