import { parseArgs, type ParseArgsConfig } from 'node:util';
import type { Text } from '../../policies/index.js';

/** What a command answers: 0 done; 1 the pack or the table has faults; 2 not to be done as asked. */
export interface Answer {
  readonly exitCode: 0 | 1 | 2;
  readonly text: string;
}

/** A command of the shell, given its arguments and the folder it was called in. */
export type Command = (given: readonly string[], calledIn: string) => Promise<Answer>;

/** Why a command cannot be done as asked, every reason at once. Nothing was written. */
export class Refused extends Error {
  constructor(reasons: readonly Text[], usage?: string) {
    const below = usage === undefined ? [] : [`使い方 Usage:\n${usage}`];
    super([...reasons.map(sentence), ...below].join('\n'));
    this.name = 'Refused';
  }
}

/** Both languages on one line. */
export function sentence({ ja, en }: Text): string {
  return `${ja} (${en})`;
}

/** Answers a command line; whatever goes wrong is told without a stack. */
export async function answerOf(
  command: Command,
  given: readonly string[],
  calledIn: string,
): Promise<Answer> {
  try {
    return await command(given, calledIn);
  } catch (error) {
    if (error instanceof Refused) return { exitCode: 2, text: error.message };
    const message = error instanceof Error ? error.message : String(error);
    return {
      exitCode: 2,
      text: sentence({ ja: `実行できません：${message}`, en: `not possible: ${message}` }),
    };
  }
}

/** Runs a command on the arguments of this process and sets its exit code. */
export async function runCommand(command: Command): Promise<void> {
  // npm runs scripts in the folder of the package; relative paths are those of the caller.
  const calledIn = process.env.INIT_CWD ?? process.cwd();
  const { exitCode, text } = await answerOf(command, process.argv.slice(2), calledIn);
  (exitCode === 2 ? process.stderr : process.stdout).write(`${text}\n`);
  process.exitCode = exitCode;
}

type Options = NonNullable<ParseArgsConfig['options']>;
type Parsed<T extends Options> = ReturnType<
  typeof parseArgs<{ args: string[]; options: T; allowPositionals: true }>
>;

/** The arguments of a command. @throws Refused with the usage where they cannot be understood */
export function argumentsOf<const T extends Options>(
  given: readonly string[],
  options: T,
  usage: string,
): Parsed<T> {
  try {
    return parseArgs({ args: [...given], options, allowPositionals: true });
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    throw misused(usage, { ja: '引数が正しくありません。', en: message });
  }
}

/** The refusal of arguments, with the usage below. */
export function misused(usage: string, ...reasons: readonly Text[]): Refused {
  return new Refused(reasons, usage);
}
