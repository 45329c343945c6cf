import type { EntryAct } from '#capabilities/books/contract.ts'
import { addDays } from '#engine/day.ts'

interface Shape {
  type?: string
  format?: string
  enum?: readonly unknown[]
  minLength?: number
  maxLength?: number
  minimum?: number
  maximum?: number
  minItems?: number
  items?: Shape
  properties?: Readonly<Record<string, Shape>>
  required?: readonly string[]
}

/** A number below `n`, the same ones for the same seed. */
export type Chance = (n: number) => number

/** What somebody might fill in: mostly what the form asks for, now and then not. */
export function inputFor(
  { input, choices = {} }: EntryAct,
  chance: Chance,
  today: string,
): Record<string, unknown> {
  const { properties = {}, required = [] } = input as Shape
  const filled = Object.entries(properties).flatMap(([name, shape]): [string, unknown][] => {
    if (!required.includes(name) && chance(3) === 0) return []
    if (chance(40) === 0) return [[name, ODD[chance(ODD.length)]]]
    return [
      [
        name,
        valueOf(
          shape,
          choices[name]?.map(({ value }) => value),
          chance,
          today,
        ),
      ],
    ]
  })
  return Object.fromEntries(filled)
}

const ODD: readonly unknown[] = ['', null, -1, '  ', '<script>', '2026-02-30', [], {}, '不存在的', 1e12]

function valueOf(
  shape: Shape,
  choices: readonly string[] | undefined,
  chance: Chance,
  today: string,
): unknown {
  const among = choices ?? shape.enum
  switch (shape.type) {
    case 'array': {
      const least = Math.max(shape.minItems ?? 0, 1)
      const one = () =>
        among ? among[chance(among.length)] : valueOf(shape.items ?? {}, undefined, chance, today)
      return [...new Set(Array.from({ length: least + chance(3) }, one))]
    }
    case 'object':
      return Object.fromEntries(
        Object.entries(shape.properties ?? {}).map(([name, part]) => [
          name,
          valueOf(part, undefined, chance, today),
        ]),
      )
    case 'boolean':
      return chance(2) === 0
    case 'integer':
    case 'number':
      return (shape.minimum ?? 0) + chance(Math.min((shape.maximum ?? 50) - (shape.minimum ?? 0), 50) + 1)
    default:
      if (among !== undefined && among.length > 0) return among[chance(among.length)]
      if (shape.format === 'date') return addDays(today, chance(60) - 20)
      return textOf(shape, chance)
  }
}

const WORDS = ['按方案办理', '示例单位来函', '群众提出的意见', '现场核对情况']

function textOf({ minLength = 1, maxLength = 60 }: Shape, chance: Chance): string {
  const text = `${WORDS[chance(WORDS.length)]!}${chance(1000)}号`
  return text.padEnd(minLength, '示例').slice(0, maxLength)
}
