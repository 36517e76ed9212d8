import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { caiqOf, type CaiqFile, type CaiqMappingFile } from './domain/caiq.js';

/** The CAIQ as it comes with the product. */
export const CAIQ = caiqOf(
  read('./questionnaires/caiq.yaml') as CaiqFile,
  read('./questionnaires/caiq-criteria.yaml') as CaiqMappingFile,
);

/** What is shipped is held to its form by a test, not at every start. */
function read(name: string): unknown {
  return parse(readFileSync(new URL(name, import.meta.url), 'utf8'));
}
