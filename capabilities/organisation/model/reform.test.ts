import { describe, expect, test } from 'vitest'
import type { ReformKind } from '../contract/reform.ts'
import { ending, shapeProblem, successionLines } from './reform.ts'

const table: readonly [
  kind: ReformKind,
  of: string[],
  into: string[],
  ends: string[],
  lines: string[] | string,
][] = [
  ['found', [], ['n'], [], []],
  ['found', ['a'], ['n'], ['a'], 'reform-shape-wrong'],
  ['abolish', ['a'], [], ['a'], []],
  ['abolish', ['a'], ['b'], ['a'], ['a→b merge']],
  ['merge', ['a', 'b'], ['n'], ['a', 'b'], ['a→n merge', 'b→n merge']],
  ['merge', ['a', 'b'], ['a'], ['b'], ['b→a merge']],
  ['merge', ['a'], ['n'], ['a'], 'reform-shape-wrong'],
  ['merge', ['a', 'a'], ['n'], ['a', 'a'], 'reform-shape-wrong'],
  ['split', ['a'], ['b', 'c'], ['a'], ['a→b split', 'a→c split']],
  ['split', ['a'], ['a', 'c'], [], ['a→a split', 'a→c split']],
  ['split', ['a'], ['b'], ['a'], 'reform-shape-wrong'],
  ['rename', ['a'], ['b'], ['a'], ['a→b rename']],
  ['rename', ['a'], ['a'], [], 'successor-is-itself'],
  ['recode', ['a'], ['a'], [], 'successor-is-itself'],
  ['recode', ['a'], ['b'], ['a'], ['a→b recode']],
]

describe('reforms', () => {
  test.each(table)('%s of %j into %j', (kind, of, into, ends, lines) => {
    const shape = { kind, of, into }
    if (typeof lines === 'string') return expect(shapeProblem(shape)?.code).toBe(lines)
    expect(shapeProblem(shape)).toBeUndefined()
    expect(ending(shape)).toEqual(ends)
    expect(successionLines(shape).map((line) => `${line.id}→${line.successor} ${line.kind}`)).toEqual(lines)
  })

  test('a region may take a new name under its code, and nothing leads on', () => {
    const shape = { kind: 'rename', of: ['a'], into: ['a'], keepsCode: true } as const
    expect(shapeProblem(shape)).toBeUndefined()
    expect(ending(shape)).toEqual([])
    expect(successionLines(shape)).toEqual([])
    expect(shapeProblem({ ...shape, kind: 'recode' })?.code).toBe('successor-is-itself')
  })
})
