// The form is in: its draft is taken away.
import { forgetDrafts } from './survey-draft-store.ts';

forgetDrafts();
