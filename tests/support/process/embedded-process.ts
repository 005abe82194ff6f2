// A process of its own with an embedded database: prints its address, and stops on SIGTERM.
import { startEmbedded } from '../../../api/db/embedded/start.ts';

const [dataDir = '', port = '0'] = process.argv.slice(2);
try {
  const database = await startEmbedded({ dataDir, port: Number(port), say: console.log });
  process.on('SIGTERM', async () => {
    await database.stop();
    process.exit(0);
  });
  console.log(`ready ${database.url}`);
  setInterval(() => {}, 60_000);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
