/** The classification of information handled. */
interface Classified {
  readonly confidentiality: string;
  readonly integrity: string;
  readonly availability: string;
  readonly personalInformation: boolean;
  readonly specificPersonalInformation: boolean;
}

/**
 * What makes the risk of an engagement: what the policy reads from it, where its information is handled,
 * and the classes of that information. More information of a class that is handled anyway changes nothing.
 */
export function materialProfile(
  engagement: {
    readonly facts: readonly string[];
    readonly kinds: readonly string[];
    readonly segment: string;
  },
  items: readonly Classified[],
): object {
  const { facts, kinds, segment } = engagement;
  const classes = new Set(items.map(classOf));
  return {
    facts: [...facts].sort(),
    kinds: [...kinds].sort(),
    segment,
    classes: [...classes].sort(),
  };
}

function classOf(item: Classified): string {
  const { confidentiality, integrity, availability } = item;
  return [
    ...[confidentiality, integrity, availability],
    ...(item.personalInformation ? ['personal-information'] : []),
    ...(item.specificPersonalInformation ? ['specific-personal-information'] : []),
  ].join(' ');
}
