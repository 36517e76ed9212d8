/** A package as the lock file (version 3) has it. */
interface LockedPackage {
  readonly version?: string;
  readonly resolved?: string;
  readonly integrity?: string;
  readonly link?: boolean;
}

export interface LockFile {
  readonly lockfileVersion: number;
  readonly packages: Readonly<Record<string, LockedPackage>>;
}

const REGISTRY = 'https://registry.npmjs.org/';

/** A line for everything that would let `npm ci` install other bytes than were locked. */
export function lockFaults({ lockfileVersion, packages }: LockFile): readonly string[] {
  const form =
    lockfileVersion === 3 ? [] : [`The lock file has version ${String(lockfileVersion)}`];
  const locked = Object.entries(packages).filter(([path]) => path !== '');
  return [
    ...form,
    ...locked.flatMap(([path, entry]) => faultsOf(entry).map((fault) => `${path} ${fault}`)),
  ];
}

function faultsOf({ version, resolved, integrity, link }: LockedPackage): string[] {
  const faults: string[] = [];
  if (version === undefined || link === true) faults.push('is no version of a package');
  if (integrity?.startsWith('sha512-') !== true) faults.push('is not held by a SHA-512');
  if (resolved?.startsWith(REGISTRY) === false) faults.push(`comes from ${resolved}`);
  return faults;
}
