// Which roles one person may hold side by side, and as whom an officer counts who acts in place of another. Pure.
import type { Role, Viewer } from './roles.ts';
import { apart, may } from './rights.ts';

/** Why two roles may not be one person's; undefined when they may. */
export function whyApart(one: Role, other: Role): string | undefined {
  if (one === other) return undefined;
  if ([one, other].some((role) => may({ role }, 'accounts')))
    return 'Quản trị hệ thống không mở nội dung hồ sơ, nên không kiêm vai trò khác và không thay ai.';
  if (apart.some((pair) => pair.includes(one) && pair.includes(other)))
    return 'Người ký duyệt phải khác người xử lý, người trình và người công khai: hai vai trò này không kiêm nhau.';
  return undefined;
}

/** Everybody as whom a viewer counts where two hands are asked for, or where somebody is complained of. */
export const personsOf = ({ id, behalf }: Pick<Viewer, 'id' | 'behalf'>): string[] => [
  id,
  ...(behalf ? [behalf.id] : []),
];

type Standing = { id: string; role: Role; unit: string };

/** The viewer in the role of now, in the own one, and as the one in whose place they act. */
export const standingsOf = ({ id, role, unit, own, behalf }: Omit<Viewer, 'name' | 'email'>): Standing[] => [
  { id, role, unit },
  ...(own ? [{ id, ...own }] : []),
  ...(behalf ? [{ id: behalf.id, role, unit }] : []),
];

/** `Nguyễn Văn B thay Trần Thị A`: both names where one acts in place of another. */
export const actingName = ({ name, behalf }: Pick<Viewer, 'name' | 'behalf'>): string =>
  behalf ? `${name} thay ${behalf.name}` : name;

/** Who did it, as an event of a case holds it. */
export const actorOf = ({ id, role, behalf }: Viewer): { role: Role; id: string; behalf?: string } => ({
  role,
  id,
  ...(behalf && { behalf: behalf.id }),
});
