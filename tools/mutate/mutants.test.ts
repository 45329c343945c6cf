import { runInNewContext } from 'node:vm'
import { describe, expect, test } from 'vitest'
import { reasonFor } from './explained.ts'
import { instrument } from './instrument.ts'
import { mutantsOf } from './mutants.ts'

/** Every mutant of an expression or a few statements, as `what stands there → what it becomes`. */
const turns = (source: string) =>
  mutantsOf('rule.ts', source, 0).map(({ was, becomes }) => `${was} → ${becomes || 'left out'}`)

describe('the wrong turns of a source', () => {
  test.each<[kind: string, source: string, turns: string[]]>([
    ['a bound moves by one', 'day <= last', ['day <= last → day < last']],
    ['a difference becomes a sum', 'to - from', ['to - from → to + from']],
    ['both become one of two', 'here && now', ['here && now → here || now']],
    ['a default is taken where none is needed', 'given ?? usual', ['given ?? usual → given && usual']],
    ['a denial falls away', '!open', ['!open → open']],
    ['a choice is made beforehand', 'a ? b : c', ['a ? b : c → b', 'a ? b : c → c']],
    ['a number is one more', 'f(5)', ['5 → 6']],
    ['a truth is a lie', 'f(true)', ['true → false']],
    ['a text is empty', "f('late')", ["'late' → ''"]],
    ['a list is empty', '[late]', ['[late] → []']],
    ['all instead of one', 'stops.some(open)', ['stops.some(open) → stops.every(open)']],
    ['nothing is left out of a list', 'stops?.filter(open)', ['stops?.filter(open) → stops']],
    ['a statement falls away', '() => { work() }', ['work() → left out']],
    ['a guard falls away', '() => { if (late) return }', ['if (late) return → left out']],
  ])('%s', (_kind, source, expected) => {
    expect(turns(source)).toEqual(expected)
  })

  test.each([
    ['types', "type Unit = 'day' | 'hour'\ninterface Span { days: 5 }\nlet x: 'day'"],
    ['imports', "import { a } from './a.ts'\nexport { b } from './b.ts'\nimport('./c.ts')"],
    ['names of properties', "f({ 'late-by': late })"],
    ['an empty text or list', "f('', [])"],
    ['a list that only gives a type its members', 'f([x] as const)'],
  ])('none in %s', (_what, source) => {
    expect(turns(source)).toEqual([])
  })

  test('each is numbered on and knows its line', () => {
    const [first, second] = mutantsOf('engine/rule.ts', 'f(a < b,\n  c > d)', 40)
    expect(first).toMatchObject({ id: 40, file: 'engine/rule.ts', line: 1, was: 'a < b', becomes: 'a <= b' })
    expect(second).toMatchObject({ id: 41, line: 2, was: 'c > d', becomes: 'c >= d' })
  })
})

describe('the source that holds them all', () => {
  const rule = `
    function answer(day, last, off) {
      let said = 'in time'
      if (last !== undefined && day > last) said = off ? 'moved' : 'late'
      return said
    }
    answer(7, 7, false) + ', ' + answer(8, 7, false) + ', ' + answer(8, undefined, true)`
  const right = 'in time, late, in time'
  const mutants = mutantsOf('rule.js', rule, 0)
  const code = instrument(rule, mutants)
  const run = (active: number): string =>
    String(runInNewContext(code, { __mutant: (id: number) => id === active }))
  const idOf = (was: string, becomes: string) =>
    mutants.find((mutant) => mutant.was === was && mutant.becomes === becomes)!.id

  test('answers as before while no switch is on', () => {
    expect(run(-1)).toBe(right)
  })

  test.each([
    ['day > last', 'day >= last', 'late, late, in time'],
    ['last !== undefined', 'last === undefined', 'in time, in time, in time'],
    ["off ? 'moved' : 'late'", "'moved'", 'in time, moved, in time'],
    ["'late'", "''", 'in time, , in time'],
    [rule.split('\n')[3]!.trim(), '', 'in time, in time, in time'],
  ])('turns `%s` into `%s`, and only that', (was, becomes, expected) => {
    expect(run(idOf(was, becomes))).toBe(expected)
  })

  test('every switch is in it once', () => {
    const switches = [...code.matchAll(/__mutant\((\d+)\)/g)].map((match) => Number(match[1]))
    expect(switches.toSorted((a, b) => a - b)).toEqual(mutants.map(({ id }) => id))
  })
})

describe('a survivor is explained', () => {
  const mutants = mutantsOf('rule.ts', 'f(a < b, a < b, c < d)', 0)
  const line = { file: 'rule.ts', was: 'a < b', becomes: 'a <= b', why: 'they are never equal' }

  test('by file, text and turn, wherever the text stands', () => {
    const reasons = mutants.map((survivor) => reasonFor([line], mutants, survivor))
    expect(reasons).toEqual([line.why, line.why, undefined])
  })

  test('at one place alone when the line says which', () => {
    const reasons = mutants.map((survivor) => reasonFor([{ ...line, nth: 2 }], mutants, survivor))
    expect(reasons).toEqual([undefined, line.why, undefined])
  })

  test('not in another file', () => {
    const [survivor] = mutants
    expect(reasonFor([{ ...line, file: 'other.ts' }], mutants, survivor!)).toBeUndefined()
  })
})
