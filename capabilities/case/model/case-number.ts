const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ'

export interface CaseNumberParts {
  /** Owning area, six digits. */
  area: string
  /** Tier of the deciding body, 3–6. */
  tier: number
  department: string
  day: string
  serial: number
}

/** 办件编号: 区划6 + 层级1 + 部门3 + 日期8 + 流水6 + 校验1 (standards.md §2.4), check character ISO 7064 MOD 37,36. */
export function caseNumber({ area, tier, department, day, serial }: CaseNumberParts): string {
  const body = `${area}${tier}${department}${day.replaceAll('-', '')}${String(serial).padStart(6, '0')}`
  return body + checkCharacter(body)
}

export function isCaseNumber(no: string): boolean {
  return /^\d{24}[0-9A-Z]$/.test(no) && checkCharacter(no.slice(0, -1)) === no.at(-1)
}

/** The area a case number belongs to; it names where the case lives. */
export function areaOfCaseNumber(no: string): string {
  return no.slice(0, 6)
}

/** The year in which a case was filed; of what anybody may type, only those from which there are cases. */
export function yearOfCaseNumber(no: string): number | undefined {
  const year = no.slice(10, 14)
  return /^20[1-4]\d$/.test(year) ? Number(year) : undefined
}

/** ISO 7064 MOD 37,36: P = 36; for each character S = P + a (−36 when above), P = 2S mod 37; check = (37 − P) mod 36. */
export function checkCharacter(text: string): string {
  let p = 36
  for (const character of text) {
    const sum = p + ALPHABET.indexOf(character)
    p = ((sum > 36 ? sum - 36 : sum) * 2) % 37
  }
  return ALPHABET[(37 - p) % 36]!
}
