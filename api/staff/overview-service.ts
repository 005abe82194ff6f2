// How the running of the portal stands, in numbers and states, for those who run it: accounts, asks, settings with their source.
import type { z } from 'zod';
import { may } from './rights.ts';
import type { Portal } from '../portal/portal.ts';
import { viewAccounts } from './account-service.ts';
import type { AccountState } from './account-words.ts';
import { viewAsks } from './ask-service.ts';
import type { Overview } from './overview-schema.ts';
import type { Viewer } from './roles.ts';
import { runningSettings } from './running-settings.ts';

/** What a viewer may not see is null. */
export async function overviewOf(portal: Portal, viewer: Viewer): Promise<z.infer<typeof Overview>> {
  const asks = await viewAsks(portal, viewer);
  if (!may(viewer, 'accounts')) return { asks, accounts: null, settings: null };
  const accounts = await viewAccounts(portal);
  const countOf = (state: AccountState) => accounts.filter((one) => one.state === state).length;
  return {
    asks,
    accounts: {
      open: countOf('open'),
      invited: countOf('invited'),
      notYet: countOf('not-yet'),
      over: countOf('over'),
      closed: countOf('closed'),
      lackingSecondFactor: accounts.filter(
        ({ state, lacksSecondFactor }) => state === 'open' && lacksSecondFactor,
      ).length,
    },
    settings: runningSettings(portal.env),
  };
}
