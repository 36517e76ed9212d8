/** An instant of a column as the API writes it: UTC, milliseconds, `Z`. */
export function instant(column: string): string {
  return `to_char(${column}, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
}
