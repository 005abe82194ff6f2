// Vietnamese wording of the public figures.
import { contentLabels, sourceLabels, trackLabels } from '../cases/labels.ts';
import type { CaseSource, ContentCode, Track } from '../cases/schema.ts';

/** The name of a track, content or channel of the figures. */
export function groupLabel(dimension: 'track' | 'content' | 'channel', key: string): string {
  if (key === 'none') return 'Không phải PAKN, đã hướng dẫn gửi nơi khác';
  if (key === 'unclassified') return 'Chưa phân loại';
  if (dimension === 'track') return trackLabels[key as Track];
  if (dimension === 'content') return `${key}. ${contentLabels[key as ContentCode].label}`;
  return sourceLabels[key as CaseSource];
}

export const noFieldLabel = 'Không nêu thủ tục nào';
export const noUnitLabel = 'Chưa giao đơn vị';
