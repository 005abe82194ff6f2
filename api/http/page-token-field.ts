// The name of the hidden field that carries a form's token (api/http/page-token.ts).

export const pageTokenField = 'pageToken';
