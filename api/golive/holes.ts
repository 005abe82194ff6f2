// Everything that a department must still fill in before citizens are let in, worst first; and that in words. Pure.
import { contentHoles, type Filled } from './content-holes.ts';
import { type Hole, Weight, weightLabels } from './hole.ts';
import { type Settings, settingHoles } from './setting-holes.ts';

/** The must-haves of the settings first: they reach every citizen at once. */
export function holesOf(content: Filled, env: Settings): Hole[] {
  const all = [...settingHoles(env), ...contentHoles(content)];
  return Weight.options.flatMap((wanted) => all.filter(({ weight }) => weight === wanted));
}

/** One sentence for the start of a portal that citizens can reach although must-haves lack; null: nothing to say. */
export function openWithHoles(content: Filled, env: Settings): string | null {
  if (env.PUBLIC_ORIGIN === undefined) return null;
  const lacking = holesOf(content, env).filter(({ weight }) => weight === 'must');
  if (lacking.length === 0) return null;
  const first = lacking.slice(0, 3).map(({ what }) => what);
  const rest = lacking.length > first.length ? ` và ${lacking.length - first.length} việc khác` : '';
  return `Cổng mở cho người dân mà còn thiếu: ${first.join('; ')}${rest}. Xem /can-bo/san-sang hoặc npm run golive.`;
}

const mostItems = 5;

/** The list as lines for a keyboard. */
export function holeLines(holes: readonly Hole[]): string[] {
  const groups = Weight.options
    .map((weight) => ({ weight, members: holes.filter((one) => one.weight === weight) }))
    .filter(({ members }) => members.length > 0);
  return groups.flatMap(({ weight, members }) => [
    `${weightLabels[weight].toLocaleUpperCase('vi')} (${members.length})`,
    ...members.flatMap(({ what, todo, where, items }, index) => [
      `${String(index + 1).padStart(3)}. ${what.charAt(0).toLocaleUpperCase('vi')}${what.slice(1)}`,
      `     ${todo} [${where}]`,
      ...items.slice(0, mostItems).map((item) => `     - ${item}`),
      ...(items.length > mostItems ? [`     - … và ${items.length - mostItems} mục khác`] : []),
    ]),
    '',
  ]);
}
