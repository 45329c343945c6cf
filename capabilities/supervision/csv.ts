/** A file a spreadsheet opens as it is: UTF-8 with a byte order mark, CRLF, formulas made harmless. */
export function csv(head: readonly string[], rows: readonly (readonly Cell[])[]): string {
  return `\uFEFF${[head, ...rows].map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`
}

export type Cell = string | number | undefined

function cell(value: Cell): string {
  if (value === undefined) return ''
  // A leading apostrophe keeps long numbers whole and stops a cell from being taken for a formula.
  const text = typeof value === 'string' && /^[=+\-@\t\r]|^\d{12,}$/.test(value) ? `'${value}` : String(value)
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
