// The headers by which a reader's mail program offers its own button to stop: it posts to the address without a page
// (RFC 8058). Pure.
export const oneClick = (stop: string): Record<string, string> => ({
  'list-unsubscribe': `<${stop}>`,
  'list-unsubscribe-post': 'List-Unsubscribe=One-Click',
});
