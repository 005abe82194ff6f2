// Taking the port.
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Resolves with the address taken; a busy port is told in a sentence that says what to do. */
export function listen(server: Server, port: number, host: string): Promise<AddressInfo> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(explainPort(error, port, host)));
    server.listen(port, host, () => resolve(server.address() as AddressInfo));
  });
}

function explainPort(error: NodeJS.ErrnoException, port: number, host: string): Error {
  if (error.code === 'EADDRINUSE')
    return new Error(
      `Cổng ${port} đang được chương trình khác dùng. Hãy dừng chương trình đó, hoặc chọn cổng khác: ` +
        `PORT=${port + 1} npm start (the port is busy).`,
    );
  if (error.code === 'EACCES')
    return new Error(`Không được phép mở cổng ${port}. Hãy chọn cổng từ 1024 trở lên: PORT=4321 npm start.`);
  if (error.code === 'EADDRNOTAVAIL' || error.code === 'ENOTFOUND')
    return new Error(`Máy này không có địa chỉ ${host}. Hãy sửa HOST, ví dụ HOST=127.0.0.1.`);
  return error;
}
