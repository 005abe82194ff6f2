// A template is put behind what was typed, whatever was typed; nothing of it is lost.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { asksToInsert, withInsertion } from '../../site/lib/staff/insertion.ts';

const insertion = {
  code: 'bo-sung',
  name: 'Bổ sung',
  step: 'ask-supplement',
  field: 'question',
  text: 'Lời của mẫu.\n',
};
const asked = { insert: 'ask-supplement', 'template-ask-supplement': 'bo-sung' };

test('into an empty field, behind a full one, and nowhere where no such template is', () => {
  expect(withInsertion({ ...asked, question: '' }, [insertion])).toMatchObject({
    step: 'ask-supplement',
    question: 'Lời của mẫu.',
  });
  expect(withInsertion({ ...asked, question: 'Đã viết.' }, [insertion])['question']).toBe(
    'Đã viết.\n\nLời của mẫu.',
  );
  const unknown = { ...asked, 'template-ask-supplement': 'khac', question: 'Đã viết.' };
  expect(withInsertion(unknown, [insertion])).toEqual({ ...unknown, step: 'ask-supplement' });
  expect(withInsertion({ step: 'note', note: 'x' }, [insertion])).toEqual({ step: 'note', note: 'x' });
  expect([asksToInsert(asked), asksToInsert({ step: 'note' })]).toEqual([true, false]);
});

test('whatever was typed stands first, and every other field as it was', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (question, other) => {
      const filled = withInsertion({ ...asked, question, other }, [insertion]);
      expect(filled['question']?.startsWith(question.trimEnd())).toBe(true);
      expect(filled['question']?.endsWith('Lời của mẫu.')).toBe(true);
      expect(filled['other']).toBe(other);
    }),
  );
});
