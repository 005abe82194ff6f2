// content/front.yaml: what the first page puts before everything else, and the drawing of each field.
import { z } from 'zod';
import { Text } from '../text/published.ts';

/** The drawings that the site has; content chooses among them by name (site/components/icons/drawings.ts). */
export const IconName = z.enum([
  'atom',
  'certificate',
  'company',
  'document',
  'follow',
  'letter',
  'lightbulb',
  'link',
  'phone',
  'radiation',
  'scales',
  'send',
  'shield',
  'shop',
  'talk',
]);
export type IconName = z.infer<typeof IconName>;

export const Front = z.strictObject({
  /** In the words that people use; `procedure` is the name of a file of content/procedures. */
  tasks: z.array(z.strictObject({ label: Text.max(60), procedure: Text, icon: IconName })).max(6),
  fields: z.array(z.strictObject({ field: Text, icon: IconName })),
});
export type Front = z.infer<typeof Front>;
