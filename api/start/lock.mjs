// One preparation at a time: a lock file with the id of its process; a dead one's lock is taken over.
import fs from 'node:fs';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';

// Ten minutes, in steps of 0.2 seconds.
const mostWaits = 3_000;

/**
 * Runs `work` while no other process does.
 * @param {string} root
 * @param {() => void} work
 */
export async function withLock(root, work) {
  const file = path.join(root, '.tmp/prepare.lock');
  fs.mkdirSync(path.dirname(file), { recursive: true });
  for (let waits = 0; !take(file); waits++) {
    if (waits === 0) console.log('Đang chờ một lần chuẩn bị khác xong… (Waiting for another run.)');
    if (waits > mostWaits)
      throw new Error(`Chờ quá lâu. Nếu không có lần chuẩn bị nào đang chạy, hãy xóa ${file}.`);
    await setTimeout(200);
  }
  const drop = () => fs.rmSync(file, { force: true });
  process.once('exit', drop);
  work();
  drop();
  process.off('exit', drop);
}

function take(file) {
  try {
    fs.writeFileSync(file, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
    if (isLeft(file)) fs.rmSync(file, { force: true });
    return false;
  }
}

// Whether the process that wrote the lock is gone. A lock without an id is being written right now, or was cut short.
function isLeft(file) {
  try {
    const pid = Number(fs.readFileSync(file, 'utf8'));
    return pid ? !isAlive(pid) : Date.now() - fs.statSync(file).mtimeMs > 5_000;
  } catch {
    return false;
  }
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}
