// A certified OpenID Provider as a process of its own. It signs people in without asking them: whom a sign-in is
// for is told by login_hint, and what is said of them by the parent process.
import { createServer } from 'node:http';
import { Provider } from 'oidc-provider';

const people = new Map();

process.on('message', (message) => {
  if (message.start) void start(message.start);
  if (message.person) {
    people.set(message.person.login, message.person);
    process.send({ known: message.person.login });
  }
});
process.on('disconnect', () => process.exit());

async function start({ port, clients, jwks }) {
  const server = createServer();
  await new Promise((resolve) => server.listen(port, '127.0.0.1', resolve));
  const issuer = `http://127.0.0.1:${server.address().port}`;
  const provider = providerOf(issuer, clients, jwks);
  const answer = provider.callback();
  server.on('request', (request, response) => {
    if (request.url.startsWith('/interaction/')) void signIn(provider, request, response);
    else answer(request, response);
  });
  process.send({ issuer });
}

function providerOf(issuer, clients, jwks) {
  const provider = new Provider(issuer, {
    clients,
    jwks,
    claims: { openid: ['sub', 'amr'], email: ['email', 'email_verified'] },
    cookies: { keys: ['of a test'] },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_, { uid }) => `/interaction/${uid}` },
    pkce: { required: () => true },
    findAccount: (_, accountId) => {
      const { claims } = [...people.values()].find(({ claims: { sub } }) => sub === accountId);
      return { accountId, claims: () => claims };
    },
    loadExistingGrant: async ({ oidc }) => {
      const { clientId } = oidc.client;
      const grant = new provider.Grant({ clientId, accountId: oidc.session.accountId });
      grant.addOIDCScope('openid email');
      await grant.save();
      return grant;
    },
  });
  return provider;
}

async function signIn(provider, request, response) {
  const { params } = await provider.interactionDetails(request, response);
  const person = people.get(params.login_hint);
  await provider.interactionFinished(
    request,
    response,
    person === undefined
      ? { error: 'access_denied' }
      : { login: { accountId: person.claims.sub, amr: person.amr } },
  );
}
