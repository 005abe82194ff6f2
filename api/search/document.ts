// What is put into a search index: one published thing, by its public words only. Pure.

export const searchTypes = ['procedure', 'answer', 'document', 'news', 'guide', 'qa'] as const;
export type SearchType = (typeof searchTypes)[number];

export type SearchDocument = {
  /** `{type}:{slug}`, unique. */
  id: string;
  type: SearchType;
  /** The procedure's national code or slug, the document's or answer's number. */
  code: string;
  title: string;
  url: string;
  field: string;
  keywords: readonly string[];
  body: string;
  /** Superseded: found by its very code, or when all states are asked for. */
  state: 'current' | 'superseded';
  /** Hardly anything of use is known of it: of two that answer alike it comes second. */
  isThin?: boolean;
};
