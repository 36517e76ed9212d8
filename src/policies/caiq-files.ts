import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { caiqOf, type CaiqFile, type CaiqMappingFile } from './domain/caiq.js';

/** The CAIQ as it comes with the product. */
export const CAIQ = caiqOf(
  read<CaiqFile>('./questionnaires/caiq.yaml'),
  read<CaiqMappingFile>('./questionnaires/caiq-criteria.yaml'),
);

/** What is shipped is held to its form by a test, not at every start. */
function read<T>(name: string): T {
  return parse(readFileSync(new URL(name, import.meta.url), 'utf8')) as T;
}
