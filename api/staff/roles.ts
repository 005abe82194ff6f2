// The staff roles of the register, one fixed code each.
import { z } from 'zod';

export const roleNames = {
  TN: 'Công chức tiếp nhận',
  MC: 'Công chức Một cửa',
  XL: 'Công chức xử lý',
  TP: 'Trưởng phòng, đơn vị',
  LD: 'Lãnh đạo Sở',
  CVP: 'Chánh Văn phòng',
  BT: 'Biên tập, công khai',
  QT: 'Quản trị hệ thống',
} as const;

export const englishRoleNames: Record<keyof typeof roleNames, string> = {
  TN: 'Receiving officer',
  MC: 'One-stop officer',
  XL: 'Handling officer',
  TP: 'Head of a unit',
  LD: 'Leadership of the department',
  CVP: 'Chief of office',
  BT: 'Editor',
  QT: 'System administrator',
};

export const Role = z.enum(['TN', 'MC', 'XL', 'TP', 'LD', 'CVP', 'BT', 'QT']);
export type Role = z.infer<typeof Role>;

/** Who is logged in: `unit` is a code of content/units.yaml; a session works in exactly one role at a time. */
export const Viewer = z.object({
  id: z.string(),
  name: z.string(),
  email: z.string(),
  role: Role,
  unit: z.string(),
  /** The account's own role and unit, where the session works in another one. */
  own: z.object({ role: Role, unit: z.string() }).optional(),
  /** In whose place the session works. */
  behalf: z.object({ id: z.string(), name: z.string() }).optional(),
});
export type Viewer = z.infer<typeof Viewer>;
