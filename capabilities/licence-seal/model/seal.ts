/** `own` of a body, `numbered` 9–20, the one of the approval bureau, the one of a town's centre. */
export const SEAL_KINDS = ['own', 'numbered', 'bureau', 'centre'] as const
export type SealKind = (typeof SEAL_KINDS)[number]

/** A seal as the register keeps it and the papers show it. */
export interface Seal {
  id: string
  stream: string
  version: number
  kind: SealKind
  /** Whose name it bears. */
  body: string
  /** Who holds and uses it; another than `body` only for numbered seals (LS-2.1-03). */
  holder: string
  name: string
  /** Text on the arc: the full name of the body. */
  inscription: string
  purpose: 'decision' | 'acceptance'
  diameterMm: number
  number?: number
  /** Items it is bound to; absent for seals that are bound to none. */
  items?: readonly string[]
  state: 'in-use' | 'suspended' | 'retired'
  from: string
  to?: string
}

/** Diameter of the round seal by kind of body (国发〔1999〕25号): towns 4.2 cm, county bodies at most 4.5 cm. */
export function diameterMm(bodyKind: string): number {
  return bodyKind === 'town-government' || bodyKind === 'street-office' ? 42 : 45
}

/** The line under the star of a seal, which tells a special seal from the body's own: what its name adds to the body's. */
export function lineOf({ name, inscription }: Pick<Seal, 'name' | 'inscription'>): string {
  return name.slice(inscription.length)
}

/** What special seals say where a pack does not settle it. */
export const SEAL_LINES: Readonly<Record<Seal['purpose'], string>> = {
  decision: '行政审批专用章',
  acceptance: '受理专用章',
}

/** 9号至20号 (LS-2.1-03), where a plan does not number its seals otherwise. */
export const SEAL_NUMBERS = { from: 9, to: 20 } as const
export type SealNumbers = { from: number; to: number }

export const numberedName = (line: string, number: number): string => `${line}（${number}）`

/** `numbered.9`, and `numbered.9.2` for the one engraved after the first was retired. */
export const numberedId = (number: number, engraved: number): string =>
  engraved === 1 ? `numbered.${number}` : `numbered.${number}.${engraved}`

export function numberOfId(id: string): number | undefined {
  const found = /^numbered\.(\d{1,4})(?:\.\d{1,4})?$/.exec(id)
  return found ? Number(found[1]) : undefined
}
