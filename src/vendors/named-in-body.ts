import { InvalidInput, NotFound } from '../shared/domain/domain-error.js';

/**
 * Reads what an id in the body names. Where it names nothing the caller may see, that is a fault of
 * the body at the place, the same whether the thing is missing or another owner's.
 *
 * @throws InvalidInput
 */
export async function namedInBody<T>(pointer: string, read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (error) {
    if (!(error instanceof NotFound)) throw error;
    throw new InvalidInput([
      {
        pointer,
        detail: { ja: '該当するものがありません。', en: 'It names nothing that fits here.' },
      },
    ]);
  }
}
