// The picture that stands beside a shared link: what it says and how it is laid out, as a tree of boxes. Pure.

export type Card = {
  /** Whose page it is. */
  owner: string;
  title: string;
  /** Short facts under the title, such as the time limit. */
  facts: { label: string; value: string }[];
  /** A state that a reader must see at once. */
  mark?: { text: string; tone: 'warning' | 'danger' | 'success' };
};

/** A box with style and children, or text; the shape that satori reads. */
export type Box = {
  type: 'div';
  props: { style: Record<string, string | number>; children?: (Box | string)[] };
};

export const size = { width: 1200, height: 630 } as const;

const box = (style: Record<string, string | number>, ...children: (Box | string)[]): Box => ({
  type: 'div',
  props: { style: { display: 'flex', ...style }, children },
});

const tones = {
  warning: { backgroundColor: '#fdf4dc', color: '#6f4a00' },
  danger: { backgroundColor: '#fcebea', color: '#8c1512' },
  success: { backgroundColor: '#e7f4ec', color: '#17663a' },
} as const;

/** Cuts at a word so that a long name keeps within its lines. */
export function shorten(text: string, most: number): string {
  if (text.length <= most) return text;
  const cut = text.slice(0, most - 1);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), 1)).replace(/[\s,;:(]+$/, '')}…`;
}

/** The card as boxes; a longer title is set smaller. */
export function layOut({ owner, title, facts, mark }: Card): Box {
  const words = shorten(title, 190);
  const fontSize = words.length <= 60 ? 64 : words.length <= 110 ? 52 : 42;
  return box(
    {
      boxSizing: 'border-box',
      width: size.width,
      height: size.height,
      flexDirection: 'column',
      justifyContent: 'space-between',
      padding: '56px 64px',
      backgroundColor: '#06343f',
      borderBottom: '14px solid #f2b61d',
      color: '#ffffff',
      fontFamily: 'Be Vietnam Pro',
    },
    box({ fontSize: 30, color: '#cfe4e7' }, shorten(owner, 70)),
    box({ fontSize, fontWeight: 700, lineHeight: 1.25 }, words),
    box(
      { alignItems: 'flex-end', gap: 48, fontSize: 30 },
      ...facts.map(({ label, value }) =>
        box(
          { flexDirection: 'column', maxWidth: 480 },
          box({ fontSize: 24, color: '#cfe4e7' }, label),
          box({ fontWeight: 700 }, shorten(value, 44)),
        ),
      ),
      ...(mark
        ? [
            box(
              {
                marginLeft: 'auto',
                padding: '8px 24px',
                borderRadius: 28,
                fontWeight: 700,
                ...tones[mark.tone],
              },
              mark.text,
            ),
          ]
        : []),
    ),
  );
}
