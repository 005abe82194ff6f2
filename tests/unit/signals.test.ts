// Signs of a tố cáo or khiếu nại: found however they are written, and not where somebody only complains of slowness.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contentDir } from '../../api/content/read.ts';
import { findSignals, weightiest } from '../../api/signals/detect.ts';
import { readSignals } from '../../api/signals/load.ts';

const content = await readSignals(contentDir);
const kindOf = (text: string) => weightiest(findSignals(content, text));
const unnamed = content.rules.filter(({ named }) => !named);

describe('a letter', () => {
  it.each([
    ['Tôi làm đơn tố cáo cán bộ ở quầy số hai.', 'denunciation'],
    ['TOI TO CAO CAN BO O QUAY SO HAI', 'denunciation'],
    ['Ở đó có người nhận hối\u00A0lộ, lãnh đạo bao\u200B che.', 'denunciation'],
    ['Ông Trần Văn Thử ở quầy ba đã đòi tiền tôi.', 'denunciation'],
    ['Tôi khiếu nại quyết định số 12/QĐ-SKHCN.', 'complaint'],
    ['Tôi không đồng ý với quyết định xử phạt.', 'complaint'],
    ['Tôi không đồng ý với quyết định ấy, và tố cáo người ký.', 'denunciation'],
    ['Cán bộ chậm trả kết quả, gây phiền hà, hẹn đi hẹn lại ba lần.', 'none'],
    ['Nộp lệ phí rồi mà bộ phận một cửa chưa nhận tiền trên hệ thống.', 'none'],
    ['Ông ấy nói tôi về làm lại hồ sơ, đòi thêm bản giấy.', 'none'],
    ['Tổ cao tầng của dự án cần thêm biểu mẫu.', 'none'],
    ['', 'none'],
  ])('%s: %s', (text, kind) => {
    expect(kindOf(text)).toBe(kind);
  });

  it('shows a sign in any spelling of any phrase, anywhere in any text', () => {
    const phrase = fc.constantFrom(
      ...unnamed.flatMap(({ phrases, kind }) => phrases.map((one) => ({ one, kind }))),
    );
    const form = fc.constantFrom(
      (text: string) => text,
      (text: string) => text.normalize('NFD'),
      (text: string) => text.toUpperCase(),
      (text: string) => text.replaceAll(' ', '\n'),
      (text: string) => text.replaceAll(' ', ' - '),
      (text: string) => text.replaceAll(' ', '\u00A0\u200B'),
    );
    fc.assert(
      fc.property(phrase, form, fc.lorem(), fc.lorem(), ({ one, kind }, spell, before, after) => {
        const found = findSignals(content, `Thưa cơ quan, ${before}. ${spell(one)}, ${after} ạ.`);
        expect(found.map((signal) => signal.kind)).toContain(kind);
      }),
    );
  });

  it('names for every rule why, by which law and how sure', () => {
    for (const { why, source, certainty } of content.rules) {
      expect(why.length).toBeGreaterThan(20);
      expect(source).toMatch(/Luật .* số \d+\/20\d\d\/QH1\d/);
      expect(['law', 'proposal']).toContain(certainty);
    }
  });
});
