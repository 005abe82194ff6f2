// One built page read as a browser reads it: what is wrong with its markup, where it leads, what it loads.
import { parse, type DefaultTreeAdapterMap } from 'parse5';
import { wordingFaults } from './wording.ts';

type Node = DefaultTreeAdapterMap['node'];
type Element = DefaultTreeAdapterMap['element'];

export type BuiltPage = {
  /** Sentences about the markup; empty when it is sound. */
  faults: string[];
  /** Addresses of links as written. */
  links: string[];
  /** Addresses of stylesheets, scripts and pictures, which the page cannot do without. */
  assets: string[];
  ids: Set<string>;
};

export function readPage(html: string): BuiltPage {
  const page: BuiltPage = { faults: [], links: [], assets: [], ids: new Set() };
  const document = parse(html, {
    sourceCodeLocationInfo: true,
    onParseError: ({ code, startLine }) => page.faults.push(`mã HTML sai ở dòng ${startLine} (${code})`),
  });
  const labelled: string[] = [];
  let firstHeadings = 0;
  visit(document, (element, inText) => {
    const get = (name: string) => element.attrs.find((attribute) => attribute.name === name)?.value;
    const id = get('id');
    if (id !== undefined) {
      if (page.ids.has(id)) page.faults.push(`hai chỗ cùng id “${id}”`);
      page.ids.add(id);
    }
    const href = get('href');
    if ((element.tagName === 'a' || element.tagName === 'area') && href !== undefined) page.links.push(href);
    if (element.tagName === 'link' && /\b(stylesheet|icon)\b/.test(get('rel') ?? '') && href)
      page.assets.push(href);
    const src = get('src');
    if ((element.tagName === 'script' || element.tagName === 'img') && src) page.assets.push(src);
    if (element.tagName === 'form' && get('action')?.startsWith('/')) page.links.push(get('action') ?? '');
    // In a written text a picture is part of what is said: an empty alternative says nothing.
    if (element.tagName === 'img' && (inText ? !get('alt')?.trim() : get('alt') === undefined))
      page.faults.push(`ảnh ${src ?? ''} không có chữ thay thế (alt)`);
    if (element.tagName === 'h1') firstHeadings += 1;
    for (const name of ['for', 'aria-describedby', 'aria-labelledby', 'aria-controls'])
      labelled.push(...(get(name)?.split(/\s+/).filter(Boolean) ?? []));
  });
  if (firstHeadings !== 1) page.faults.push(`có ${firstHeadings} tiêu đề h1, phải có đúng một`);
  page.faults.push(...wordingFaults(wordsOf(document)));
  for (const id of new Set(labelled))
    if (!page.ids.has(id)) page.faults.push(`nhắc tới id “${id}” không có trên trang`);
  return page;
}

const unread = new Set(['script', 'style', 'code', 'pre', 'template']);

/**
 * What is read on a page, in the order in which it stands; `data-quoted` marks words that are somebody else's,
 * `data-trust` the collapsed part where doubts have their place.
 */
function wordsOf(node: Node): string {
  if ('value' in node) return node.value;
  if (
    'tagName' in node &&
    (unread.has(node.tagName) ||
      node.attrs.some(({ name }) => name === 'data-quoted' || name === 'data-trust'))
  )
    return '';
  return 'childNodes' in node ? node.childNodes.map(wordsOf).join(' ') : '';
}

/** `inText`: within what an editor wrote (class `prose`). */
function visit(node: Node, see: (element: Element, inText: boolean) => void, inText = false): void {
  const isText =
    'attrs' in node &&
    node.attrs.some(({ name, value }) => name === 'class' && value.split(/\s+/).includes('prose'));
  if ('attrs' in node) see(node, inText);
  if ('childNodes' in node) for (const child of node.childNodes) visit(child, see, inText || isText);
}
