// What the suggestions know in English beside the Vietnamese catalogue: other spellings, and what each procedure is about.
import { englishWords } from '../../../lib/content/english.ts';

export const GET = (): Response => Response.json(englishWords);
