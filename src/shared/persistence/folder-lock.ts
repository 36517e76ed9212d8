import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { StartRefused } from '../start-refused.js';

/** The data folder is held by another running process. */
export class FolderInUse extends StartRefused {
  constructor(folder: string, holder: string) {
    super(`The data folder ${folder} is in use by process ${holder}`);
    this.name = 'FolderInUse';
  }
}

export interface FolderLock {
  release(): Promise<void>;
}

interface Claim {
  readonly file: string;
  readonly pid: string;
  readonly startTime: string;
}

/**
 * Takes a folder for this process alone by a file whose name tells the process. Whoever comes states
 * its own claim before it looks for others, so of two that come together at least one sees the other
 * and gives way; both may. A claim is removed by its name, which no later process has, so clearing
 * away what a dead process left cannot take the folder from a living one.
 *
 * @throws FolderInUse
 */
export async function takeFolderLock(folder: string): Promise<FolderLock> {
  const pid = String(process.pid);
  const own = join(folder, `lock-${pid}-${await startTimeOf(pid)}`);
  await writeFile(own, '', { flag: 'wx' }).catch((error: unknown) => {
    throw isErrno(error, 'EEXIST') ? new FolderInUse(folder, pid) : error;
  });
  const release = (): Promise<void> => rm(own, { force: true });
  for (const claim of await claimsIn(folder)) {
    if (claim.file === own) continue;
    if (await isRunning(claim)) {
      await release();
      throw new FolderInUse(folder, claim.pid);
    }
    await rm(claim.file, { force: true });
  }
  return { release };
}

async function claimsIn(folder: string): Promise<Claim[]> {
  const names = await readdir(folder);
  return names.flatMap((name) => {
    const [, pid, startTime] = /^lock-(\d+)-(\d*)$/.exec(name) ?? [];
    if (pid === undefined || startTime === undefined) return [];
    return [{ file: join(folder, name), pid, startTime }];
  });
}

async function isRunning({ pid, startTime }: Claim): Promise<boolean> {
  try {
    process.kill(Number(pid), 0);
  } catch (error) {
    return isErrno(error, 'EPERM');
  }
  return startTime === (await startTimeOf(pid));
}

/** Tells a reused process id from the one that made the claim; empty where the system has no /proc. */
async function startTimeOf(pid: string): Promise<string> {
  const status = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
  return status.slice(status.lastIndexOf(')') + 2).split(' ')[19] ?? '';
}

function isErrno(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}
