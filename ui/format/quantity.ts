/** `1234567` → `1.2 MB`; what a person compares with the limit printed beside the upload. */
export function fileSize(bytes: number): string {
  if (bytes < 1024) return `${bytes} 字节`
  if (bytes < 1024 * 1024) return `${Math.round(bytes / 1024)} KB`
  return `${Number((bytes / 1024 / 1024).toFixed(1))} MB`
}

/** `1200.5` → `1,200.50元`; money is text with at most two decimals and never a float. */
export function yuan(amount: string): string {
  const parts = /^(-?)(\d+)(?:\.(\d{1,2}))?$/.exec(amount)
  if (!parts) return amount
  const whole = parts[2]!.replace(/\B(?=(\d{3})+$)/g, ',')
  return `${parts[1]}${whole}${parts[3] === undefined ? '' : `.${parts[3].padEnd(2, '0')}`}元`
}

/**
 * A case number in the groups it is made of, so that it can be read out over the telephone:
 * area, tier with department, day, serial with check character, and a part number when there is one.
 */
export function groupedNumber(number: string): string {
  const parts = /^(\d{6})(\d{4})(\d{8})(\d{6}[0-9A-Z])((?:-\d{2})?)$/.exec(number)
  return parts ? `${parts.slice(1, 5).join(' ')}${parts[5]}` : number
}
