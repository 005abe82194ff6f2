// Whether unmarked letters can be a Vietnamese syllable: what can be one is a word, not a slip of the finger. Pure.
const onset = '(?:ngh|ng|nh|gh|gi|kh|ph|th|tr|ch|qu|[bcdghklmnprstvx])?';
const rimes = [
  'a[iouy]?',
  'a(?:ch|c|m|ng|nh|n|p|t)',
  'e[ou]?',
  'e(?:ch|c|m|ng|nh|n|p|t)',
  'i[au]?|y',
  'i(?:ch|c|m|nh|n|p|t)',
  'i?e(?:u|c|m|ng|n|p|t)|ye(?:u|m|ng|n|t)',
  'o[aei]?|o(?:c|m|ng|n|p|t)|oong',
  'oa(?:i|y|ch|c|m|ng|nh|n|p|t)|oe(?:n|t|o)?',
  'u[aeiouy]?|u(?:c|m|ng|n|p|t)',
  'ua(?:i|y|c|n|ng|t)|ue(?:ch|nh)?|uo(?:i|u|c|m|ng|n|p|t)?',
  'uy(?:a|t|ch|nh|n|u|p)?|uye(?:n|t)',
].join('|');
const syllable = new RegExp(`^${onset}(?:${rimes})$`);

export const isSyllable = (fold: string): boolean => syllable.test(fold);
