import { Client, type Reply } from './client.js';

/** Someone of the town who can sign in. */
export interface Account {
  readonly name: string;
  readonly email: string;
  readonly password: string;
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

/** The people of the town, signed in, found by the role they hold. */
export class Office {
  private constructor(private readonly colleagues: readonly Colleague[]) {}

  /** @param onReply is shown every reply, e.g. to hold it against the contract */
  static async open(
    url: string,
    accounts: readonly Account[],
    onReply?: (method: string, path: string, reply: Reply) => void,
  ): Promise<Office> {
    const colleagues: Colleague[] = [];
    for (const { name, email, password } of accounts) {
      const door = new Client(url, onReply);
      const { accessToken } = await door.post<{ accessToken: string }>('/v1/sessions', {
        email,
        password,
      });
      const client = door.as(accessToken);
      const me = await client.get<{ personId: string; posts: Post[] }>('/v1/me');
      colleagues.push({ name, client, ...me });
    }
    return new Office(colleagues);
  }

  /** Someone who holds the role, and is none of `others` where duties are kept apart. */
  who(roles: string | readonly string[], ...others: readonly Colleague[]): Colleague {
    const wanted = [roles].flat();
    const found = this.colleagues.find(
      (colleague) =>
        !others.includes(colleague) &&
        colleague.posts.some(({ roleId }) => wanted.includes(roleId)),
    );
    if (found === undefined) throw new Error(`Nobody else holds ${wanted.join(' or ')}`);
    return found;
  }
}
