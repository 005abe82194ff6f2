// nginx with one worker, serving the compressed bytes of one page from a folder of its own.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import path from 'node:path';
import { freePort } from '../../api/db/embedded/port.ts';
import { eventually } from '../support/run/eventually.ts';

/** Serves `body` (brotli) as text/html at the address returned; `stop` ends it. */
export async function serveByNginx(program: string, body: Buffer, folder: string) {
  const port = await freePort(0);
  fs.writeFileSync(path.join(folder, 'page.html'), body);
  fs.writeFileSync(path.join(folder, 'nginx.conf'), configuration(folder, port));
  const nginx = spawn(program, ['-p', folder, '-c', 'nginx.conf', '-e', 'stderr'], { stdio: 'ignore' });
  const url = `http://127.0.0.1:${port}/page.html`;
  await eventually('nginx answers', () =>
    fetch(url).then(
      ({ ok }) => ok,
      () => undefined,
    ),
  );
  return {
    url,
    async stop() {
      const ended = once(nginx, 'exit');
      nginx.kill('SIGQUIT');
      await ended;
    },
  };
}

// Everything that makes it quick: no log, the file kept open and sent by the kernel.
const configuration = (folder: string, port: number) => `
daemon off;
master_process off;
pid ${folder}/nginx.pid;
error_log stderr;
events { worker_connections 1024; }
http {
  access_log off;
  sendfile on;
  tcp_nopush on;
  open_file_cache max=10 inactive=1h;
  keepalive_requests 100000000;
  ${['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((kind) => `${kind}_temp_path ${folder}/${kind};`).join(' ')}
  default_type 'text/html; charset=utf-8';
  server {
    listen 127.0.0.1:${port};
    root ${folder};
    add_header Content-Encoding br;
  }
}
`;
