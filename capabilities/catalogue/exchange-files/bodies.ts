import { creditCodeProblem } from '#capabilities/organisation/model.ts'
import type { DoubtCode, MendCode } from './findings.ts'

/** A body the area knows. */
export interface KnownBody {
  id: string
  name: string
  shortName: string
  creditCode: string
  /** 行使层级 of what it does itself. */
  tier: number
}

/** Whoever the matter falls to decides: every town, with street offices or without (乡镇人民政府). */
export const EACH_TOWN = '各镇人民政府、街道办事处'
export const EACH_TOWN_ONLY = '各镇人民政府'
export const isEachTown = (name: string | undefined): boolean => name === EACH_TOWN || name === EACH_TOWN_ONLY

export interface BodyReading {
  name?: string
  code?: string
  mends: readonly { field: 'deptName' | 'deptCode'; code: MendCode; became: string }[]
  doubt?: { field: 'deptName' | 'deptCode'; code: DoubtCode; proposal?: string }
}

/** Which body a line means by its name, by 18 digits, by the 9 of the old organisation code (GB 11714), or by both. */
export function readBody(
  name: string | undefined,
  code: string | undefined,
  known: readonly KnownBody[],
): BodyReading {
  if (isEachTown(name) && !code) return { name: name!, mends: [] }
  const coded = code ? byCode(code, known) : undefined
  if (typeof coded === 'string') return { mends: [], doubt: { field: 'deptCode', code: coded } }
  const named = name ? byName(name, known) : []
  if (coded) return agreeing(name, code!, coded, named)
  if (!name) return { mends: [] }
  const [only, ...others] = named
  if (only === undefined || others.length > 0) {
    const proposal = (only ? named : alike(name, known)).map((body) => body.name).join('、')
    return {
      mends: [],
      doubt: { field: 'deptName', code: 'body-unknown', ...(proposal ? { proposal } : {}) },
    }
  }
  return {
    ...{ name: only.name, code: only.creditCode },
    mends: [
      { field: 'deptCode', code: 'body-code-from-name', became: only.creditCode },
      ...(only.name === name
        ? []
        : [{ field: 'deptName', code: 'body-name-whole', became: only.name } as const]),
    ],
  }
}

function agreeing(
  name: string | undefined,
  written: string,
  { body, mend }: Coded,
  named: readonly KnownBody[],
): BodyReading {
  if (name && !named.some(({ id }) => id === body.id))
    return { mends: [], doubt: { field: 'deptName', code: 'bodies-differ', proposal: body.name } }
  const nameMend = !name ? 'body-name-from-code' : name === body.name ? undefined : 'body-name-whole'
  return {
    ...{ name: body.name, code: body.creditCode },
    mends: [
      ...(mend && written !== body.creditCode
        ? [{ field: 'deptCode', code: mend, became: body.creditCode } as const]
        : []),
      ...(nameMend ? [{ field: 'deptName', code: nameMend, became: body.name } as const] : []),
    ],
  }
}

interface Coded {
  body: KnownBody
  mend?: MendCode
}

function byCode(written: string, known: readonly KnownBody[]): Coded | DoubtCode {
  const parts = written.split(/[、，,;；/\n]+/).filter((part) => part !== '')
  const found = parts.map((part) => ofOneCode(part, known))
  const fault = found.find((each) => typeof each === 'string')
  if (fault !== undefined) return fault as DoubtCode
  const bodies = found as Coded[]
  if (bodies.some(({ body }) => body.id !== bodies[0]!.body.id)) return 'bodies-differ'
  return bodies.length > 1 ? { body: bodies[0]!.body, mend: 'credit-code-kept' } : bodies[0]!
}

function ofOneCode(code: string, known: readonly KnownBody[]): Coded | DoubtCode {
  if (/^[0-9A-Z]{8}-?[0-9A-Z]$/.test(code)) {
    const organisation = code.replace('-', '')
    const body = known.find(({ creditCode }) => creditCode.slice(8, 17) === organisation)
    return body ? { body, mend: 'credit-code-completed' } : 'body-unknown'
  }
  const body = known.find(({ creditCode }) => creditCode === code)
  if (body) return { body }
  return creditCodeProblem(code) === undefined ? 'body-unknown' : 'credit-code-wrong'
}

/** By its whole or short name, or without the name of the county before it. */
function byName(name: string, known: readonly KnownBody[]): KnownBody[] {
  const whole = known.filter((body) => body.name === name || body.shortName === name)
  return whole.length > 0 ? whole : known.filter((body) => name.length >= LEAST && body.name.endsWith(name))
}

/** 民政局, 公安局: fewer signs say nothing about which office it is. */
const LEAST = 3

/** The same office under its county's name is what is meant most of the time. */
const alike = (name: string, known: readonly KnownBody[]): KnownBody[] =>
  name.length < LEAST ? [] : known.filter((body) => body.name.includes(name.slice(-LEAST))).slice(0, LEAST)
