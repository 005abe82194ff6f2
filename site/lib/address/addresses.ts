// Every public page that the build knows, with the day of its last change where that is known.
import { getCollection } from 'astro:content';
import { addressIn } from '../../../api/languages/addresses.ts';
import { NewsKind } from '../../../api/news/schema.ts';
import { documentHref, documents } from '../content/documents.ts';
import { guideHref, guides } from '../content/guides.ts';
import { postHref, posts } from '../content/news.ts';
import { decisions } from '../content/decisions.ts';
import { decisionHref } from './notice-address.ts';
import { fields } from '../content/notices.ts';
import { procedureHref, procedures, superseded } from '../content/procedures.ts';
import { questionHref, questions } from '../content/qa.ts';
import type { Address } from '../feed/sitemap.ts';

const single = [
  '/',
  '/thu-tuc',
  '/phan-anh',
  '/phan-anh/khi-nao-co-tra-loi',
  '/tra-loi',
  '/duong-day-nong',
  '/duong-day-nong/lich-su',
  '/thong-bao',
  '/thong-bao/dang-ky',
  '/bang-niem-yet',
  '/so-lieu',
  '/khao-sat',
  '/tin-tuc',
  '/van-ban',
  '/huong-dan',
  '/hoi-dap',
  '/du-lieu',
  '/du-lieu/api',
  '/bao-ve-du-lieu',
  '/bao-ve-du-lieu/yeu-cau',
  '/gop-y',
  '/tro-nang',
  '/so-cai',
  '/xac-minh',
];
const texts: { id: string; data: { updatedOn: string } }[] = await getCollection('pages');

const english = ['/en', '/en/hotline', '/en/privacy'];

export const addresses: Address[] = [
  ...english.map((path) => ({ path })),
  ...single.map((path) => ({ path })),
  ...texts.map(({ id, data }) => ({ path: `/${id}`, on: data.updatedOn })),
  ...decisions.map(({ slug, signedOn }) => ({ path: decisionHref(slug), on: signedOn })),
  ...fields.map(({ anchor }) => ({ path: `/thong-bao/linh-vuc/${anchor}` })),
  ...NewsKind.options.map((kind) => ({ path: `/tin-tuc/loai/${kind}` })),
  ...posts.map(({ id, data }) => ({ path: postHref(id), on: data.updatedOn ?? data.publishedOn })),
  ...guides.map(({ id, data }) => ({ path: guideHref(id), on: data.reviewedOn })),
  ...questions.map(({ slug, reviewedOn }) => ({ path: questionHref(slug), on: reviewedOn })),
  ...documents.map(({ slug }) => ({ path: documentHref(slug) })),
  ...[...procedures, ...superseded].map(({ slug, review }) => ({ path: procedureHref(slug), on: review.on })),
  ...[...procedures, ...superseded].map(({ slug, review }) => ({
    path: addressIn('en', procedureHref(slug)),
    on: review.on,
  })),
];
