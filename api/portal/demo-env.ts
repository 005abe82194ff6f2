// The settings of a demonstration: a folder of its own, and nothing that reaches anybody outside. Pure.

type Settings = {
  DATA_DIR: string;
  PUBLIC_ORIGIN?: string | undefined;
  DATABASE_URL?: string | undefined;
  SMTP_URL?: string | undefined;
  MEILI_URL?: string | undefined;
  S3_ENDPOINT?: string | undefined;
  CLAMD?: string | undefined;
};

/** Throws a sentence where the settings are those of a portal that citizens reach, or of a register kept elsewhere. */
export function asDemo<Given extends Settings>(given: Given): Given {
  const real = (['PUBLIC_ORIGIN', 'DATABASE_URL'] as const).filter((name) => given[name] !== undefined);
  if (real.length > 0)
    throw new Error(
      `Bản minh họa không chạy cùng ${real.join(' và ')}: đó là cấu hình của cổng thật. Hãy bỏ ${real.join(', ')} rồi chạy lại.`,
    );
  const outside = { SMTP_URL: undefined, MEILI_URL: undefined, S3_ENDPOINT: undefined, CLAMD: undefined };
  return { ...given, ...outside, DATA_DIR: `${given.DATA_DIR}-minh-hoa` };
}
