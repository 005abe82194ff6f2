// What scripts say, in the language of their document; on the server, where words are tested, in Vietnamese.
import { englishSize, sizeText } from '../../api/attachments/labels.ts';
import { inLanguage } from '../texts/catalogue.ts';
import { scripts } from '../texts/scripts.ts';

export const spoken = typeof document !== 'undefined' && document.documentElement.lang === 'en' ? 'en' : 'vi';
export const say = inLanguage(scripts, spoken);
/** A size in bytes. */
export const sizeIn: (bytes: number) => string = spoken === 'en' ? englishSize : sizeText;
