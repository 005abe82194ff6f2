// What a sender of a khiếu nại or tố cáo is told: where such a letter goes, in the words of content/ways.yaml.
import { ways } from './ways.ts';

function lineOf(id: string): string {
  const way = ways.find((candidate) => candidate.id === id);
  if (!way) throw new Error(`content/ways.yaml không có cách gửi “${id}”.`);
  const receivers = way.receivers.map(({ name, details }) =>
    [name, ...details.map(({ value }) => value).filter(Boolean)].join(', '),
  );
  return `${way.name}: ${way.form} Nơi giải quyết: ${way.goesTo} Nơi nhận: ${receivers.join('; ')}.`;
}

/** Both ways in full, without a word on the content; the officer keeps the one that is meant. */
export const guidance = [
  'Nội dung này không thuộc phản ánh, kiến nghị theo Nghị định số 20/2008/NĐ-CP nên không được xử lý theo trình tự đó.',
  lineOf('khieu-nai'),
  lineOf('to-cao'),
].join('\n\n');
