import type { Tx } from '../shared/persistence/tx.js';

/** A random password to begin with, told once, and what is kept of it. */
export interface InitialSecret {
  readonly password: string;
  readonly hash: string;
}

/** Who gets to sign in, and by which address. */
export interface SignInHolder {
  readonly organizationId: string;
  readonly personId: string;
  readonly email: string;
}

/** How people get to sign in. The identity feature, which stands above this one, provides it. */
export abstract class SignInAccess {
  /** Takes a tenth of a second on purpose, so it is made before the transaction is opened. */
  abstract newSecret(): Promise<InitialSecret>;

  /** @throws AddressTaken where the address is someone's already, in whatever body */
  abstract open(tx: Tx, holder: SignInHolder, secret: InitialSecret): Promise<void>;

  /** What a person may do is asked again; to be called once a change of it is kept. */
  abstract forget(personId: string): void;
}

/** How people get a second factor without registering it themselves. The identity feature provides it. */
export abstract class SecondFactorAccess {
  /** Enters a one-time password that counts at once. @returns its secret in base32, told once */
  abstract enter(tx: Tx, holder: SignInHolder): Promise<string>;
}
