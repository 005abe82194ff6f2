// Whether letters could be one syllable of Vietnamese, by its sounds. Pure.

const tones = /[\u0300\u0301\u0303\u0309\u0323]/g;
const shape =
  /^(?:ngh|ng|nh|ch|gh|gi|kh|ph|qu|th|tr|[bcdđghklmnpqrstvx])?(?:iêu|yêu|uôi|ươi|ươu|oai|oay|oeo|uây|uya|uyê|uyu|uêu|iê|yê|uô|ươ|uâ|uê|uơ|uy|oa|oă|oe|oo|ai|ao|au|ay|âu|ây|eo|êu|ia|iu|oi|ôi|ơi|ua|ui|ưa|ưi|ưu|ya|[aăâeêioôơuưy])(?:ch|ng|nh|[cmnpt])?$/;

/** `nghiệm` is one, `phépthử` is not; any letter case, any Unicode form. */
export function isSyllable(word: string): boolean {
  if (word.length > 12) return false;
  return shape.test(word.normalize('NFD').replace(tones, '').normalize('NFC').toLowerCase());
}
