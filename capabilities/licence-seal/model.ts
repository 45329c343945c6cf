/** A seal as the papers show it. */
export interface Seal {
  id: string
  stream: string
  version: number
  body: string
  name: string
  /** Text on the arc: the full name of the body. */
  inscription: string
  purpose: 'decision' | 'acceptance'
  diameterMm: number
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
