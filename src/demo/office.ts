import { Client, type Reply } from './client.js';
import { oneTimePassword } from './one-time-password.js';
import { Policy } from './policy.js';

/** Someone of the body who can sign in. */
export interface Account {
  readonly name: string;
  readonly email: string;
  readonly password: string;
  /** Secret of the one-time password in base32; null where the password is enough. */
  readonly otpSecret: string | null;
}

interface Post {
  readonly roleId: string;
  readonly unitId: string | null;
}

/** Someone at work: what they send is sent in their name. */
export interface Colleague {
  readonly name: string;
  readonly personId: string;
  readonly posts: readonly Post[];
  readonly client: Client;
}

/** The people of the body, signed in, found by the role they hold. */
export class Office {
  private constructor(
    private readonly colleagues: readonly Colleague[],
    readonly policy: Policy,
  ) {}

  /** @param onReply is shown every reply, e.g. to hold it against the contract */
  static async open(
    url: string,
    accounts: readonly Account[],
    onReply?: (method: string, path: string, reply: Reply) => void,
  ): Promise<Office> {
    const colleagues: Colleague[] = [];
    for (const { name, email, password, otpSecret } of accounts) {
      const door = new Client(url, onReply);
      const { accessToken } = await door.post<{ accessToken: string }>('/v1/sessions', {
        email,
        password,
        ...(otpSecret !== null && { otp: oneTimePassword(otpSecret) }),
      });
      const client = door.as(accessToken);
      const me = await client.get<{ personId: string; posts: Post[] }>('/v1/me');
      colleagues.push({ name, client, ...me });
    }
    const [first] = colleagues;
    if (first === undefined) throw new Error('Nobody can sign in');
    return new Office(colleagues, await Policy.read(first.client));
  }

  /** Who serves in a section. */
  staffOf(unitId: string): readonly Colleague[] {
    return this.colleagues.filter(({ posts }) => posts.some((post) => post.unitId === unitId));
  }

  /** Someone who holds one of the roles, or one that takes its place here, and is none of `others` where duties are kept apart. */
  who(roles: string | readonly string[], ...others: readonly Colleague[]): Colleague {
    const wanted = [roles].flat();
    const found = this.colleagues.find(
      (colleague) =>
        !others.includes(colleague) &&
        colleague.posts.some(({ roleId }) => this.serves(roleId, wanted)),
    );
    if (found === undefined) throw new Error(`Nobody else holds ${wanted.join(' or ')}`);
    return found;
  }

  private serves(roleId: string, wanted: readonly string[]): boolean {
    return this.policy.rolesOf(roleId).some((role) => wanted.includes(role));
  }
}
