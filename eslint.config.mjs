import js from '@eslint/js';
import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';

const FORWARD_REF = {
  regex: '^@nestjs/common$',
  importNames: ['forwardRef'],
  message: 'Features are ranked: move what both need to the lower one, or publish an event.',
};
const HTTP_EXCEPTION = {
  regex: '^@nestjs/common$',
  importNamePattern: 'Exception$',
  message: 'Throw a DomainError; only controllers and src/shared/http speak HTTP.',
};
const TYPEORM = {
  regex: '^(typeorm|@nestjs/typeorm)(/|$)',
  message: 'Only entities, repositories, modules and src/shared/persistence speak TypeORM.',
};
const PROCESS_ENV_IMPORT = {
  regex: '^(node:)?process$',
  importNames: ['env'],
  message: 'Read the typed configuration of src/shared/config.',
};

const PROCESS_ENV = {
  object: 'process',
  property: 'env',
  message: 'Read the typed configuration of src/shared/config.',
};
const DATE_NOW = {
  object: 'Date',
  property: 'now',
  message: 'Take the time as an argument, or from the clock of src/shared/time.',
};
const RANDOM = {
  object: 'Math',
  property: 'random',
  message: 'Take what is random as an argument.',
};

const DATE_WITHOUT_ARGUMENT = {
  selector: ':matches(NewExpression[arguments.length=0], CallExpression)[callee.name="Date"]',
  message: 'Take the time as an argument, or from the clock of src/shared/time.',
};
const ENUM = {
  selector: 'TSEnumDeclaration',
  message: 'Write a union of string literals over a const array.',
};
const DEFAULT_EXPORT = {
  selector: 'ExportDefaultDeclaration',
  message: 'Export by name.',
};

/** A later block replaces the options of a rule, so every block states all that hold for its files. */
const imports = (...patterns) => ({ 'no-restricted-imports': ['error', { patterns }] });
const properties = (...restricted) => ({ 'no-restricted-properties': ['error', ...restricted] });
const syntax = (...restricted) => ({ 'no-restricted-syntax': ['error', ...restricted] });

export default defineConfig(
  globalIgnores(['dist/', 'data/', 'out/', 'coverage/', 'openapi/', 'src/metadata.ts']),
  {
    files: ['**/*.ts'],
    extends: [
      js.configs.recommended,
      tseslint.configs.strictTypeChecked,
      tseslint.configs.stylisticTypeChecked,
    ],
    linterOptions: { noInlineConfig: true },
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      '@typescript-eslint/explicit-module-boundary-types': 'error',
      '@typescript-eslint/no-extraneous-class': ['error', { allowWithDecorator: true }],
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      // DTO classes are shapes for the compiler plugin, without behaviour to lose; that a reply holds
      // no undeclared field is proven against the closed contract.
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
      '@typescript-eslint/no-misused-spread': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { ignoreRestSiblings: true }],
      complexity: ['error', 8],
      'max-depth': ['error', 3],
      'max-lines': ['error', { max: 250, skipBlankLines: true, skipComments: true }],
      'max-lines-per-function': ['error', 40],
      'max-params': ['error', 5],
      'no-console': 'error',
      ...imports(FORWARD_REF, HTTP_EXCEPTION, TYPEORM, PROCESS_ENV_IMPORT),
      ...properties(PROCESS_ENV, DATE_NOW),
      ...syntax(DATE_WITHOUT_ARGUMENT, ENUM, DEFAULT_EXPORT),
    },
  },
  {
    files: ['src/**/domain/**/*.ts'],
    rules: {
      'no-restricted-globals': ['error', 'crypto', 'fetch', 'performance', 'process'],
      ...properties(PROCESS_ENV, DATE_NOW, RANDOM),
    },
  },
  {
    files: ['src/**/*.controller.ts', 'src/shared/http/**/*.ts'],
    rules: imports(FORWARD_REF, TYPEORM, PROCESS_ENV_IMPORT),
  },
  {
    files: [
      'src/**/*.{entity,repository,module}.ts',
      'src/shared/persistence/**/*.ts',
      'migrations/**/*.ts',
    ],
    rules: imports(FORWARD_REF, HTTP_EXCEPTION, PROCESS_ENV_IMPORT),
  },
  {
    // Where the process begins: it reads the environment once and hands it to readConfig.
    files: ['src/main.ts', 'src/tools/**/*.ts'],
    rules: {
      ...imports(FORWARD_REF, HTTP_EXCEPTION),
      'no-restricted-properties': 'off',
    },
  },
  {
    files: ['src/shared/config/**/*.ts'],
    rules: { ...imports(FORWARD_REF, HTTP_EXCEPTION, TYPEORM), ...properties(DATE_NOW) },
  },
  {
    files: ['src/shared/time/**/*.ts'],
    rules: { ...properties(PROCESS_ENV), ...syntax(ENUM, DEFAULT_EXPORT) },
  },
  {
    // One closed shape, read from top to bottom.
    files: ['src/policies/domain/pack.ts'],
    rules: { 'max-lines': ['error', { max: 300, skipBlankLines: true, skipComments: true }] },
  },
  {
    // Generated, and as long as the schema they make.
    files: ['migrations/**/*.ts'],
    rules: { 'max-lines': 'off', 'max-lines-per-function': 'off' },
  },
  {
    // Deprecated so that nobody overlooks what it does: a provider on the developer's own machine has no TLS.
    files: ['src/identity/open-id-connect.ts'],
    rules: {
      '@typescript-eslint/no-deprecated': [
        'error',
        { allow: [{ from: 'package', name: 'allowInsecureRequests', package: 'openid-client' }] },
      ],
    },
  },
  {
    files: ['**/*.spec.ts', 'test/**/*.ts'],
    rules: {
      '@typescript-eslint/explicit-module-boundary-types': 'off',
      // Asymmetric matchers such as expect.any() are typed any.
      '@typescript-eslint/no-unsafe-assignment': 'off',
      'max-lines-per-function': 'off',
    },
  },
  {
    files: ['test/**/*.ts'],
    rules: {
      // The bodies of supertest are typed any; the contract checks them.
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      'no-restricted-properties': 'off',
      ...imports(FORWARD_REF),
      ...syntax(ENUM, DEFAULT_EXPORT),
    },
  },
  {
    files: ['*.config.ts'],
    rules: { 'no-restricted-properties': 'off', ...syntax(ENUM) },
  },
);
