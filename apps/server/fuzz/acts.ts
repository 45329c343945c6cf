import fc from 'fast-check'
import type { FuzzCaller } from './callers.ts'
import { nearly } from './mutations.ts'
import { asJson, type Asked } from './requests.ts'
import type { Scene } from './scene.ts'
import { ownEntries, valid, type Json, type Schema } from './values.ts'

/** A button that somebody is offered on a case or a licence, with the schema of what it asks for. */
export interface Button {
  operation: 'case.act' | 'licences.licenceAct'
  url: string
  act: string
  input: Schema
}

interface Allowed {
  allowed: { act: string; input: Schema }[]
}

/** Every button that this person is offered now. */
export async function buttonsOf(
  caller: FuzzCaller,
  cases: readonly string[],
  licences: readonly string[],
): Promise<Button[]> {
  const ask = async (url: string): Promise<Allowed['allowed']> => {
    const { status, text } = await caller.send({ method: 'GET', url, headers: {} })
    return status === 200 ? (JSON.parse(text) as Allowed).allowed : []
  }
  const buttons: Button[] = []
  for (const no of cases) {
    const url = `/api/v1/cases/${no}`
    const found = await ask(`${url}/allowed`)
    buttons.push(...found.map((each) => ({ ...each, operation: 'case.act' as const, url })))
  }
  for (const number of licences) {
    const url = `/api/v1/licences/${encodeURIComponent(number)}`
    const found = await ask(url)
    buttons.push(...found.map((each) => ({ ...each, operation: 'licences.licenceAct' as const, url })))
  }
  return buttons
}

/** What is asked, and of which operation. */
export interface Pressed extends Asked {
  operation: Button['operation']
}

/** Acts with inputs made from the act's own schema, so that they come past it and reach the rules, the seals and the papers. */
export function actsOn(buttons: readonly Button[], { known, inputs }: Scene): fc.Arbitrary<Pressed> {
  return fc.constantFrom(...buttons).chain(({ operation, url, act, input }) => {
    const example = inputs.get(act)
    const made = valid(input, known)
    const right =
      example === undefined
        ? made
        : fc.oneof({ weight: 2, arbitrary: fc.constant(example) }, { weight: 1, arbitrary: made })
    return fc
      .tuple(
        fc.oneof(right, nearly(right)),
        fc.constantFrom(undefined, undefined, undefined, undefined, 0, 2 ** 31),
      )
      .map(([value, version]) => ({
        operation,
        method: 'POST',
        url: `${url}/acts/${act}`,
        ...asJson(
          ownEntries([
            ['input', value],
            ...(version === undefined ? [] : [['version', version] as [string, Json]]),
          ]),
        ),
      }))
  })
}

const ODD_DAYS = ['9999-12-31', '0001-01-01']

/** Each kind of step once for every field, with something odd in that one. */
export function oddOnes(buttons: readonly Button[], { known, inputs }: Scene): Pressed[] {
  const kinds = new Map(buttons.map((button) => [`${button.operation} ${button.act}`, button]))
  return [...kinds.values()].flatMap(({ operation, url, act, input }, seed) => {
    const right = inputs.get(act) ?? fc.sample(valid(input, known), { numRuns: 1, seed })[0]!
    return Object.entries(input.properties ?? {}).flatMap(([name, field]) =>
      oddFor(field).map((odd) => ({
        ...{ operation, method: 'POST', url: `${url}/acts/${act}` },
        ...asJson({ input: ownEntries([...Object.entries(right), [name, odd]]) }),
      })),
    )
  })
}

function oddFor({ type, format }: Schema): Json[] {
  if (format === 'date') return ODD_DAYS
  if (type === 'integer' || type === 'number') return [2 ** 31, -1]
  return type === 'array' ? [['__proto__']] : ['__proto__']
}
