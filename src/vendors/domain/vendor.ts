/** Whether a vendor is suspended from tendering (指名停止) on a day; the last day is included. */
export function isSuspendedOn(
  { suspendedUntil }: { readonly suspendedUntil: string | null },
  day: string,
): boolean {
  return suspendedUntil !== null && day <= suspendedUntil;
}
