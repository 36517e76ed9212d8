/** What is decided when a duty is found not to arise; hashed together with the engagement it was found for. */
export function notApplicableContent(
  rule: string,
  reason: string,
): { readonly notApplicable: object } {
  return { notApplicable: { rule, reason } };
}
