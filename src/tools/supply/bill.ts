import { createHash } from 'node:crypto';

/** A licence as CycloneDX tells it: by its SPDX id, as an expression of several, or by a name of its own. */
export type Licence =
  | { readonly license: { readonly id?: string; readonly name?: string } }
  | { readonly expression: string };

export interface Component {
  readonly 'bom-ref': string;
  readonly type: string;
  readonly name: string;
  readonly version: string;
  readonly licenses?: readonly Licence[];
  readonly hashes?: readonly { readonly alg: string; readonly content: string }[];
}

/** A bill of materials (CycloneDX 1.5), as far as it is touched here. */
export interface Bill {
  readonly serialNumber?: string;
  readonly metadata: {
    readonly timestamp?: string;
    readonly component: { readonly name: string; readonly 'bom-ref': string };
  };
  readonly components: readonly Component[];
  readonly dependencies: readonly { readonly ref: string; readonly dependsOn: readonly string[] }[];
}

/** Packages that name no licence in their package.json, and what the file in them says. */
const STATED: Readonly<Record<string, string>> = { 'png-js@2.0.0': 'MIT' };

/**
 * The bill as it is handed out: what npm made of the lock file, with what stands beside it in the repository, under the
 * product's name, and without the moment and the number that would make two bills of the same product differ.
 */
export function billOf(made: Bill, product: string, beside: readonly Component[]): Bill {
  const { serialNumber: _, metadata, components, dependencies, ...bill } = made;
  const { timestamp: __, component, ...about } = metadata;
  const refs = beside.map((piece) => piece['bom-ref']);
  return {
    ...bill,
    metadata: { ...about, component: { ...component, name: product } },
    components: [...components.map(withLicence), ...beside],
    dependencies: [
      ...dependencies.map(({ ref, dependsOn }) => ({
        ref,
        dependsOn: ref === component['bom-ref'] ? [...dependsOn, ...refs] : dependsOn,
      })),
      ...refs.map((ref) => ({ ref, dependsOn: [] })),
    ],
  };
}

function withLicence(component: Component): Component {
  const stated = STATED[`${component.name}@${component.version}`];
  if (stated === undefined || (component.licenses ?? []).length > 0) return component;
  return { ...component, licenses: [{ license: { id: stated } }] };
}

/** A font as a part of the product. `about` is the version a font file tells of itself. */
export function fontComponent(name: string, about: string, file: Buffer): Component {
  const version = /\d+\.\d+(-\w+)?/.exec(about)?.[0] ?? about;
  return {
    'bom-ref': `font:${name}@${version}`,
    type: 'file',
    name,
    version,
    licenses: [{ license: { id: 'OFL-1.1' } }],
    hashes: [{ alg: 'SHA-256', content: createHash('sha256').update(file).digest('hex') }],
  };
}
