// A sheet laid out: slabs of ink that no page break cuts, stacked on pages. Pure.

export type Style = { face: 'regular' | 'italic' | 'strong' | 'bold'; size: number; colour: string };

/** A place in the reading order of the finished document (the tags of a tagged PDF). */
export type Tag = { type: string; scope?: 'Column'; children: Tag[] };

/** A new place under a tag. */
export function child(parent: Tag, type: string, scope?: 'Column'): Tag {
  const tag: Tag = { type, ...(scope && { scope }), children: [] };
  parent.children.push(tag);
  return tag;
}

/** What is laid out on: `width` and the size of running type in points; all spaces follow that size. */
export type Paper = { width: number; base: number; measure: (text: string, style: Style) => number };

/** Where slabs stand across, and the frame they are in. */
export type Column = { x: number; width: number; frame: Frame | null };

/** Something drawn inside a slab, in points from its left and top. */
export type Ink =
  | { kind: 'words'; x: number; y: number; text: string; style: Style; tag: Tag }
  | { kind: 'dots'; x: number; y: number; width: number; tag: Tag }
  | { kind: 'square'; x: number; y: number; size: number; tag: Tag }
  | { kind: 'rule'; x: number; y: number; width: number; colour: string }
  | { kind: 'qr'; x: number; y: number; size: number; path: string; tag: Tag };

/** Lines around slabs that belong together; drawn anew on every page that the slabs reach. */
export type Frame = {
  x: number;
  width: number;
  pad: number;
  stroke: string;
  fill: string | null;
  /** Left edges of inner columns. */
  columns: number[];
};

export type Slab = {
  height: number;
  /** Space above it, dropped at the top of a page. */
  before: number;
  /** Stays on the page of the slab after it. */
  keeps: boolean;
  ink: Ink[];
  frame: Frame | null;
  /** Slabs repeated at the top of a page when a break falls before this one: the head of its table. */
  head: Slab[];
};

export type Placed = { slab: Slab; y: number; repeated: boolean };

/**
 * Stacks slabs on pages of `height` points. Slabs that keep to their next stay together where a page can hold them
 * all; a slab is never cut, and one that is higher than a page stands on a page of its own.
 */
export function paginate(slabs: readonly Slab[], height: number): Placed[][] {
  const pages: Placed[][] = [[]];
  let y = 0;
  const page = () => pages.at(-1) ?? [];
  const padOf = ({ frame }: Slab) => frame?.pad ?? 0;
  const put = (slab: Slab, repeated = false) => {
    const top = page().length === 0 ? padOf(slab) : y + slab.before;
    page().push({ slab, y: top, repeated });
    y = top + slab.height;
  };
  for (const group of groups(slabs)) {
    const [first] = group;
    if (!first) continue;
    const needs = heightOf(group);
    if (page().length > 0 && y + needs + padOf(first) > height) {
      // A group that no page can hold begins where it stands, if its first slabs still fit.
      const headHeight = heightOf(first.head);
      const holds = needs - first.before + headHeight + 2 * padOf(first) <= height;
      if (holds || y + first.before + first.height + padOf(first) > height) startPage(first);
    }
    for (const slab of group) {
      if (page().length > 0 && y + slab.before + slab.height + padOf(slab) > height) startPage(slab);
      put(slab);
    }
  }
  return pages;

  function startPage(next: Slab): void {
    pages.push([]);
    y = 0;
    for (const slab of next.head) put(slab, true);
  }
}

const heightOf = (slabs: readonly Slab[]) =>
  slabs.reduce((sum, { before, height }) => sum + before + height, 0);

/** Runs of slabs of which each keeps to its next. */
function groups(slabs: readonly Slab[]): Slab[][] {
  const found: Slab[][] = [];
  let open = false;
  for (const slab of slabs) {
    if (open) found.at(-1)?.push(slab);
    else found.push([slab]);
    open = slab.keeps;
  }
  return found;
}

/** The rectangles that frames leave on one page, top to bottom: neighbours of one frame share a rectangle. */
export function framesOn(placed: readonly Placed[]): { frame: Frame; top: number; bottom: number }[] {
  const rectangles: { frame: Frame; top: number; bottom: number }[] = [];
  for (const { slab, y } of placed) {
    const { frame } = slab;
    const last = rectangles.at(-1);
    if (!frame) continue;
    const bottom = y + slab.height + frame.pad;
    if (last?.frame === frame) last.bottom = bottom;
    else rectangles.push({ frame, top: y - frame.pad, bottom });
  }
  return rectangles;
}
