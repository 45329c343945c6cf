import fc from 'fast-check'
import type { FuzzCaller } from './callers.ts'
import { nearly } from './mutations.ts'
import { asJson, type Asked } from './requests.ts'
import type { Scene } from './scene.ts'
import { ownEntries, valid, type Json, type Schema } from './values.ts'

/** A button that somebody is offered on a case, with the schema of what it asks for. */
export interface Button {
  no: string
  act: string
  input: Schema
}

/** Every button that any of these people is offered now, and which of them are this person's own. */
export async function buttonsOf(caller: FuzzCaller, cases: readonly string[]): Promise<Button[]> {
  const buttons: Button[] = []
  for (const no of cases) {
    const { status, text } = await caller.send({
      method: 'GET',
      url: `/api/v1/cases/${no}/allowed`,
      headers: {},
    })
    if (status !== 200) continue
    const { allowed } = JSON.parse(text) as { allowed: { act: string; input: Schema }[] }
    buttons.push(...allowed.map(({ act, input }) => ({ no, act, input })))
  }
  return buttons
}

/** Acts with inputs made from the act's own schema, so that they come past it and reach the rules, the seals and the papers. */
export function actsOn(buttons: readonly Button[], { known, inputs }: Scene): fc.Arbitrary<Asked> {
  return fc.constantFrom(...buttons).chain(({ no, act, input }) => {
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
        method: 'POST',
        url: `/api/v1/cases/${no}/acts/${act}`,
        ...asJson(
          ownEntries([
            ['input', value],
            ...(version === undefined ? [] : [['version', version] as [string, Json]]),
          ]),
        ),
      }))
  })
}
