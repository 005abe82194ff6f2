// The doors that pages declare: gathered where the site is built, read where it is served.
import fs from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { mounted } from '../languages/addresses.ts';
import { doorDeclaredIn, PageDoor, pageAddress, type PageDoors } from '../forms/page-door.ts';

const nameOf = (buildDir: string) => path.join(buildDir, 'doors.json');

/** What the pages in a folder declare, for their English addresses too. Throws a sentence where a declaration cannot be read. */
export async function gatherDoors(pagesDir: string): Promise<PageDoors> {
  const doors = new Map<string, PageDoor>();
  for (const file of (await fs.readdir(pagesDir, { recursive: true })).toSorted()) {
    if (!file.endsWith('.astro')) continue;
    const door = doorDeclaredIn(file, await fs.readFile(path.join(pagesDir, file), 'utf8'));
    if (!door) continue;
    doors.set(pageAddress(file), door);
    for (const { at } of mounted.filter((twin) => twin.file === file)) doors.set(at, door);
  }
  return doors;
}

export async function writeDoors(pagesDir: string, buildDir: string): Promise<void> {
  await fs.writeFile(nameOf(buildDir), JSON.stringify(Object.fromEntries(await gatherDoors(pagesDir))));
}

export async function readDoors(buildDir: string): Promise<PageDoors> {
  const said: unknown = JSON.parse(await fs.readFile(nameOf(buildDir), 'utf8'));
  return new Map(Object.entries(z.record(z.string(), PageDoor).parse(said)));
}
