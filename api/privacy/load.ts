// Reads content/privacy: every version of the notice about personal data, newest first.
import { createHash } from 'node:crypto';
import { filesBelow, readMarkdown } from '../content/read.ts';
import { PrivacyFront } from './schema.ts';

/** Throws when a text is not the one of its hash, or a file is not named after its version. */
export async function readPrivacy(from: string): Promise<PrivacyFront[]> {
  const versions = await Promise.all(
    (await filesBelow(from, 'privacy', 'md')).map(async (name) => {
      const { front, text } = await readMarkdown(from, `privacy/${name}`, PrivacyFront);
      const sha256 = createHash('sha256').update(text.replaceAll('\r\n', '\n').trim(), 'utf8').digest('hex');
      if (front.version !== name.slice(0, -3))
        throw new Error(`content/privacy/${name} chưa đúng: tên tệp phải là bản (version) ${front.version}.`);
      if (front.sha256 !== sha256)
        throw new Error(
          `content/privacy/${name} chưa đúng: lời văn không khớp sha256. Bản đã đăng thì không sửa, hãy lập bản mới; ` +
            `bản chưa đăng thì ghi sha256: ${sha256}`,
        );
      return front;
    }),
  );
  if (versions.length === 0) throw new Error('content/privacy chưa có bản nào.');
  return versions.toSorted((one, other) => (one.version < other.version ? 1 : -1));
}
