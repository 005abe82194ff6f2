// Worksheets as a test writes them: a name and rows of cells.
import type { Grid, GridCell } from '../../../api/exchange/grid.ts';

export const grid = (name: string, rows: GridCell[][], merges: Grid['merges'] = []): Grid => ({
  name,
  rows,
  merges,
});

export const listHeader = [
  'STT',
  'Mã TTHC',
  'Tên TTHC',
  'Thời hạn giải quyết',
  'Địa điểm/cách thức thực hiện',
  'Phí, lệ phí',
  'Căn cứ pháp lý',
  'Ghi chú',
];
