// What an open dataset is: its names, its columns with what they mean, its rows as a table and as objects. Pure.
export type Column<Row> = { name: string; about: string; of: (row: Row) => string | number | null };

export type Dataset = {
  /** The address without its ending: /du-lieu/{id}.json. Never changed once published. */
  id: string;
  /** The kind under which the API writes down what was published when. */
  kind: string;
  title: string;
  description: string;
  keywords: string[];
  columns: { name: string; about: string }[];
  /** One row of cells per entry, in the order of `columns`. */
  table: () => (string | number | null)[][];
  /** The entries whole. */
  objects: readonly unknown[];
};

/** A dataset whose table is read from its entries column by column. */
export function dataset<Row>(
  about: Omit<Dataset, 'columns' | 'table' | 'objects'>,
  rows: readonly Row[],
  columns: Column<Row>[],
): Dataset {
  return {
    ...about,
    columns: columns.map(({ name, about: words }) => ({ name, about: words })),
    table: () => rows.map((row) => columns.map(({ of }) => of(row))),
    objects: rows,
  };
}

/** Several values in one cell. */
export const joined = (values: readonly (string | null)[]) =>
  values.filter((value) => value !== null).join('; ');
