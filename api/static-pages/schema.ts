// One page of plain text at the root of the site: the front matter of a file in content/pages.
import { z } from 'zod';
import { Day, Text } from '../text/published.ts';

export const StaticPage = z.strictObject({ title: Text, description: Text, updatedOn: Day });
export type StaticPage = z.infer<typeof StaticPage>;
