// Everything that a department must still fill in before citizens are let in, worst first; and that in words. Pure.
import { capital } from '../text/capital.ts';
import { contentHoles, type Filled } from './content-holes.ts';
import { byWeight, type Hole, weightLabels } from './hole.ts';
import { type Settings, settingHoles } from './setting-holes.ts';

/** The must-haves of the settings first: they reach every citizen at once. */
export function holesOf(content: Filled, env: Settings): Hole[] {
  return byWeight([...settingHoles(env), ...contentHoles(content)]).flatMap(({ members }) => members);
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
  return byWeight(holes).flatMap(({ weight, members }) => [
    `${weightLabels[weight].toLocaleUpperCase('vi')} (${members.length})`,
    ...members.flatMap(({ what, todo, where, items }, index) => [
      `${String(index + 1).padStart(3)}. ${capital(what)}`,
      `     ${todo} [${where}]`,
      ...items.slice(0, mostItems).map((item) => `     - ${item}`),
      ...(items.length > mostItems ? [`     - … và ${items.length - mostItems} mục khác`] : []),
    ]),
    '',
  ]);
}
