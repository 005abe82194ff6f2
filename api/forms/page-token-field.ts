// The name of the hidden field that carries a form's token (api/crypto/page-token.ts).

export const pageTokenField = 'pageToken';
