// The data folder is nobody's but the portal's: keys, files and the database lie in it.
import fs from 'node:fs';
import path from 'node:path';

/** What the portal puts into its folder, and what a new disk holds: one with other things is not the portal's alone. */
const own = /^(?:pg(?:\..+)?|secret\.key|signing\.key|files|incoming|mail|demo-accounts\.txt|lost\+found)$/;

/**
 * Gives the folder, where it is the portal's alone, mode 700, and to `account` where the database runs under another
 * one than this process. Where that cannot be (a disk that knows no owners, root without its rights), it may be passed
 * through and not be listed.
 */
export function tightenDataFolder(dataDir: string, account: { uid?: number; gid?: number } = {}): void {
  const { uid, gid, mode } = fs.statSync(dataDir);
  const isShared = (mode & 0o1000) !== 0;
  const isOurs =
    path.basename(dataDir) === '.data' || fs.readdirSync(dataDir).every((name) => own.test(name));
  if (isShared || !isOurs) return;
  const owner = { uid: account.uid ?? uid, gid: account.gid ?? gid };
  try {
    if (owner.uid !== uid) fs.chownSync(dataDir, owner.uid, owner.gid);
    fs.chmodSync(dataDir, 0o700);
    fs.accessSync(dataDir, fs.constants.R_OK | fs.constants.W_OK | fs.constants.X_OK);
  } catch {
    passOnly(dataDir, uid, gid);
  }
}

function passOnly(dataDir: string, uid: number, gid: number): void {
  try {
    fs.chownSync(dataDir, uid, gid);
    fs.chmodSync(dataDir, 0o711);
  } catch {
    // Not ours to change: it stays as whoever made it wanted it.
  }
}
