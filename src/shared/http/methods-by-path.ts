/** Which methods a path has, so that a wrong method is told from a wrong path. */
export class MethodsByPath {
  private readonly routes = new Map<
    string,
    { readonly pattern: RegExp; readonly methods: Set<string> }
  >();

  add(method: string | readonly string[], url: string): void {
    const route = this.routes.get(url) ?? { pattern: patternOf(url), methods: new Set<string>() };
    for (const name of typeof method === 'string' ? [method] : method) route.methods.add(name);
    this.routes.set(url, route);
  }

  /** The methods of a path in alphabetical order; empty where there is no such path. */
  of(path: string): readonly string[] {
    const matching = [...this.routes.values()].filter(({ pattern }) => pattern.test(path));
    return [...new Set(matching.flatMap(({ methods }) => [...methods]))].sort();
  }
}

function patternOf(url: string): RegExp {
  const escaped = url.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/:[^/]+/g, '[^/]+');
  return new RegExp(`^${escaped}/?$`);
}
