// Change notices as an Atom feed; its addresses and names never change, so that no reader is told twice.
import { Feed } from 'feed';
import { sinceWords } from '../../../api/procedures/decisions/labels.ts';
import type { DatedNotice } from '../../../api/procedures/decisions/notice-schema.ts';
import { feedHref, procedureFeedHref } from '../address/notice-address.ts';

type About = {
  origin: string;
  department: string;
  field?: string | undefined;
  procedure?: { slug: string; name: string } | undefined;
};

/** `origin` is the address people use, such as https://cong.example; moments are those at which the portal told it. */
export function changeFeed(notices: readonly DatedNotice[], about: About): string {
  const { origin, department, procedure } = about;
  const self = origin + (procedure ? procedureFeedHref(procedure.slug) : feedHref(about.field));
  const told = notices.flatMap(({ changedAt }) => (changedAt ? [changedAt] : [])).toSorted();
  const feed = new Feed({
    id: self,
    title: titleOf(about),
    description: `Theo các quyết định công bố; ${department}.`,
    link: origin + (procedure ? `/thu-tuc/${procedure.slug}` : '/thong-bao'),
    language: 'vi',
    copyright: department,
    generator: 'Minh Bạch',
    // A feed without entries has changed never; Atom asks for a moment all the same.
    updated: new Date(told.at(-1) ?? '2026-01-01T00:00:00+07:00'),
    feedLinks: { atom: self },
    author: { name: department },
  });
  for (const notice of notices) {
    const link = `${origin}/thong-bao/${notice.decision}#${notice.procedure.slug}`;
    feed.addItem({
      id: link,
      link,
      title: asHtml(`${notice.label}: ${notice.procedure.name}`),
      description: asHtml(sentences(notice)),
      category: [{ name: notice.procedure.field }],
      date: new Date(notice.changedAt ?? `${notice.on}T00:00:00+07:00`),
      ...(notice.publishedAt && { published: new Date(notice.publishedAt) }),
    });
  }
  return feed.atom1();
}

function titleOf({ field, procedure }: About): string {
  if (procedure) return `Thay đổi của thủ tục: ${procedure.name}`;
  return field ? `Thay đổi thủ tục: ${field}` : 'Thông báo thay đổi thủ tục hành chính';
}

// The library says of titles and summaries that they are HTML: signs of a name must not be taken for markup.
const asHtml = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

function sentences({ number, on, isInferred, sentence, replaces, parts, note }: DatedNotice): string {
  return [
    `Quyết định ${number}, hiệu lực từ ${sinceWords(on, isInferred)}. ${sentence}`,
    replaces.length > 0 && `Thay cho: ${replaces.map(({ name }) => name).join('; ')}.`,
    parts.length > 0 && `Nội dung thay đổi: ${parts.map(({ label }) => label).join(', ')}.`,
    note,
  ]
    .filter(Boolean)
    .join(' ');
}
