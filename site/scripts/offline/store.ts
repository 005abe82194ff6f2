// Letters that wait in this browser, each sealed under a key that the browser holds and no script can read out. It keeps
// them from whoever reads the files of the device; not from whoever uses this browser.
const database = 'phieu-cho-gui';

export type Sealed = { id: string; iv: Uint8Array<ArrayBuffer>; bytes: ArrayBuffer; files: SealedFile[] };
type SealedFile = { iv: Uint8Array<ArrayBuffer>; bytes: ArrayBuffer };

// That there is something to look for: else a visit would make an empty store on every device.
const mark = 'co-phieu-cho-gui';
export function isUsed(): boolean {
  try {
    return localStorage.getItem(mark) !== null;
  } catch {
    return false;
  }
}

function asked<Result>(request: IDBRequest<Result>): Promise<Result> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

async function open(): Promise<IDBDatabase> {
  const request = indexedDB.open(database, 1);
  request.onupgradeneeded = () => {
    request.result.createObjectStore('keys');
    request.result.createObjectStore('letters', { keyPath: 'id' });
  };
  return await asked(request);
}

/** One deed on one store, done when it is written for good. */
async function on<Result>(
  store: 'keys' | 'letters',
  mode: IDBTransactionMode,
  deed: (store: IDBObjectStore) => IDBRequest<Result>,
): Promise<Result> {
  const db = await open();
  try {
    const transaction = db.transaction(store, mode);
    const written = new Promise<void>((resolve, reject) => {
      transaction.oncomplete = () => resolve();
      transaction.onabort = () => reject(transaction.error);
    });
    const result = await asked(deed(transaction.objectStore(store)));
    await written;
    return result;
  } finally {
    db.close();
  }
}

async function keyHere(): Promise<CryptoKey> {
  const kept = await on<CryptoKey | undefined>('keys', 'readonly', (store) => store.get('khoa'));
  if (kept) return kept;
  const made = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, [
    'encrypt',
    'decrypt',
  ]);
  // Another tab may have been first: its key stays.
  await on('keys', 'readwrite', (store) => store.add(made, 'khoa')).catch(() => undefined);
  return (await on<CryptoKey | undefined>('keys', 'readonly', (store) => store.get('khoa'))) || made;
}

export async function seal(bytes: BufferSource): Promise<SealedFile> {
  const iv = crypto.getRandomValues(new Uint8Array(12));
  return { iv, bytes: await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, await keyHere(), bytes) };
}

export const unseal = async ({ iv, bytes }: SealedFile): Promise<ArrayBuffer> =>
  await crypto.subtle.decrypt({ name: 'AES-GCM', iv }, await keyHere(), bytes);

export async function put(letter: Sealed): Promise<void> {
  localStorage.setItem(mark, '1');
  await on('letters', 'readwrite', (store) => store.put(letter));
}
export const all = (): Promise<Sealed[]> => on('letters', 'readonly', (store) => store.getAll());
export const remove = (id: string): Promise<unknown> =>
  on('letters', 'readwrite', (store) => store.delete(id));

/** Takes letters and key away. */
export async function dropAll(): Promise<void> {
  if (!isUsed()) return;
  await on('letters', 'readwrite', (store) => store.clear());
  await asked(indexedDB.deleteDatabase(database));
  localStorage.removeItem(mark);
}
