// The letter is in the register: its draft is taken away.
import { forgetDraft, readDraft } from './draft-store.ts';

if (readDraft()?.sending) forgetDraft();
