import { create } from 'fontkit';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { FONT_FAMILY, fontFile, type FontFace } from '../shared/documents/fonts.js';
import { billOf, fontComponent, type Bill, type Component } from './supply/bill.js';
import { licenceFaults, licencesOf } from './supply/licences.js';
import { lockFaults, type LockFile } from './supply/lock-file.js';

/** `sbom` prints the bill of materials, `licences` what it is under; `check` refuses what may not be shipped. */
const COMMANDS: Readonly<Record<string, () => void>> = {
  sbom: () => {
    process.stdout.write(`${JSON.stringify(bill(), null, 2)}\n`);
  },
  licences: () => {
    const { components } = bill();
    for (const component of components) {
      const row = [component.name, component.version, licencesOf(component).join(', ')];
      process.stdout.write(`${row.join('\t')}\n`);
    }
    refuse(licenceFaults(components));
  },
  check: () => {
    npm('ls', '--all', '--package-lock-only');
    const lock = JSON.parse(readFileSync('package-lock.json', 'utf8')) as LockFile;
    refuse([...lockFaults(lock), ...licenceFaults(bill().components)]);
    process.stdout.write('The lock file is exact, and every licence is allowed.\n');
  },
};

/** Every package that is shipped, for every platform, whatever is installed here, and the fonts. */
function bill(): Bill {
  const made = npm('sbom', '--sbom-format=cyclonedx', '--omit=dev', '--package-lock-only');
  const { name } = JSON.parse(readFileSync('package.json', 'utf8')) as { name: string };
  return billOf(JSON.parse(made) as Bill, name, [font('regular'), font('bold')]);
}

function font(face: FontFace): Component {
  const file = fontFile(face);
  const { version } = create(file) as { version: unknown };
  return fontComponent(`${FONT_FAMILY} (${face})`, String(version), file);
}

/** What npm says, without its warnings. @throws Error where it refuses */
function npm(...given: readonly string[]): string {
  return execFileSync('npm', [...given, '--loglevel=error'], {
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
}

function refuse(faults: readonly string[]): void {
  if (faults.length === 0) return;
  process.stderr.write(`${faults.join('\n')}\n`);
  process.exitCode = 1;
}

const command = COMMANDS[process.argv[2] ?? ''];
if (command === undefined) throw new Error(`One of ${Object.keys(COMMANDS).join(', ')} is needed`);
command();
