// What editors may write: posts, guides, questions; drafts stay in the drawer, films come with their words.
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { GuideFront } from '../../api/guides/schema.ts';
import { isPublicOn, newsFront } from '../../api/news/schema.ts';
import { QaFile } from '../../api/qa/schema.ts';

const NewsFront = newsFront(z.string());
const post = {
  kind: 'tin',
  title: 'Một tin thử',
  summary: 'Tóm tắt của tin thử.',
  publishedOn: '2026-11-21',
  unit: null,
  audience: 'everybody',
};
const guide = {
  title: 'Một hướng dẫn thử',
  summary: 'Tóm tắt.',
  steps: [{ title: 'Bước một', text: 'Làm việc này.' }],
  video: null,
  transcript: null,
  reviewedOn: '2026-11-21',
};

describe('a post', () => {
  test('is a draft until somebody says otherwise', () => {
    expect(NewsFront.parse(post).draft).toBe(true);
  });

  test('is public from its day on, never as a draft, never before somebody has approved it', () => {
    const approved = { by: 'Chánh Văn phòng', on: '2026-11-20' };
    const ready = { draft: false, approved, publishedOn: '2026-11-21' };
    expect(isPublicOn(ready, '2026-11-20')).toBe(false);
    expect(isPublicOn(ready, '2026-11-21')).toBe(true);
    expect(isPublicOn({ ...ready, draft: true }, '2026-11-22')).toBe(false);
    expect(isPublicOn({ ...ready, approved: null }, '2026-11-22')).toBe(false);
  });

  test.each([
    ['an image without words for who cannot see it', { images: [{ src: './a.webp' }] }],
    ['an image whose words are blank', { images: [{ src: './a.webp', alt: '  ' }] }],
    ['a kind that there is not', { kind: 'quang-cao' }],
    ['an update before its day', { updatedOn: '2026-11-20' }],
    ['a key nobody knows', { tags: [] }],
  ])('is refused with %s', (_, wrong) => {
    expect(NewsFront.safeParse({ ...post, ...wrong }).success).toBe(false);
  });
});

describe('a guide', () => {
  test('with a film must tell the film in words', () => {
    const filmed = { ...guide, video: 'https://video.example.vn/1' };
    expect(GuideFront.safeParse(filmed).error?.issues[0]?.path).toEqual(['transcript']);
    expect(GuideFront.safeParse({ ...filmed, transcript: 'Lời thoại.' }).success).toBe(true);
  });

  test('without steps is none', () => {
    expect(GuideFront.safeParse({ ...guide, steps: [] }).success).toBe(false);
  });
});

describe('a question and answer', () => {
  const qa = { question: 'Hỏi gì?', answer: 'Đáp thế.', legalBasis: [], madeFrom: null, reviewedOn: null };

  test('may wait as a draft, but is not published before it was reviewed', () => {
    expect(QaFile.safeParse(qa).success).toBe(true);
    expect(QaFile.safeParse({ ...qa, draft: false }).success).toBe(false);
    expect(QaFile.safeParse({ ...qa, draft: false, reviewedOn: '2026-11-21' }).success).toBe(true);
  });

  test('names the case it was made from by a whole number', () => {
    expect(QaFile.safeParse({ ...qa, madeFrom: 'PAKN-2026-000123' }).success).toBe(true);
    expect(QaFile.safeParse({ ...qa, madeFrom: '123' }).success).toBe(false);
  });
});
