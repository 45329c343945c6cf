import { describe, expect, test } from 'vitest'
import { canonical, requestHash, sm3 } from './canonical.ts'

/** The number of an IEEE 754 bit pattern, as RFC 8785 appendix B lists them. */
const fromBits = (hex: string): number =>
  new DataView(Uint8Array.from(Buffer.from(hex, 'hex')).buffer).getFloat64(0)

describe('canonical JSON (RFC 8785)', () => {
  test.each([
    ['0000000000000000', '0'],
    ['8000000000000000', '0'],
    ['0000000000000001', '5e-324'],
    ['8000000000000001', '-5e-324'],
    ['7fefffffffffffff', '1.7976931348623157e+308'],
    ['ffefffffffffffff', '-1.7976931348623157e+308'],
    ['4340000000000000', '9007199254740992'],
    ['c340000000000000', '-9007199254740992'],
    ['4430000000000000', '295147905179352830000'],
    ['44b52d02c7e14af5', '9.999999999999997e+22'],
    ['44b52d02c7e14af6', '1e+23'],
    ['44b52d02c7e14af7', '1.0000000000000001e+23'],
    ['444b1ae4d6e2ef4e', '999999999999999700000'],
    ['444b1ae4d6e2ef4f', '999999999999999900000'],
    ['444b1ae4d6e2ef50', '1e+21'],
    ['3eb0c6f7a0b5ed8c', '9.999999999999997e-7'],
    ['3eb0c6f7a0b5ed8d', '0.000001'],
    ['41b3de4355555553', '333333333.3333332'],
    ['41b3de4355555554', '333333333.33333325'],
    ['41b3de4355555555', '333333333.3333333'],
    ['41b3de4355555556', '333333333.3333334'],
    ['41b3de4355555557', '333333333.33333343'],
    ['becbf647612f3696', '-0.0000033333333333333333'],
    ['43143ff3c1cb0959', '1424953923781206.2'],
  ])('number %s is written %s', (bits, text) => {
    expect(canonical(fromBits(bits))).toBe(text)
  })

  test('the sample of section 3.2.2 comes out byte for byte', () => {
    const input = JSON.parse(String.raw`{
      "numbers": [333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001],
      "string": "\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/",
      "literals": [null, true, false]
    }`) as unknown
    expect(canonical(input)).toBe(
      String.raw`{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],` +
        String.raw`"string":"€$\u000f\nA'B\"\\\\\"/"}`,
    )
  })

  test('keys are ordered by UTF-16 code units, not by code points (section 3.2.3)', () => {
    const names = {
      '\u20ac': 'Euro',
      '\r': 'CR',
      '\ufb33': 'Dalet',
      '1': 'One',
      '\ud83d\ude00': 'Smile',
      '\u0080': 'Ctrl',
      ö: 'O',
    }
    expect(Object.values(JSON.parse(canonical(names)) as object).toSorted()).toEqual(
      Object.values(names).toSorted(),
    )
    expect([...canonical(names).matchAll(/:"(\w+)"/g)].map((match) => match[1])).toEqual([
      ...['CR', 'One', 'Ctrl', 'O', 'Euro', 'Smile', 'Dalet'],
    ])
  })

  test.each([
    ['\b\t\n\f\r', String.raw`"\b\t\n\f\r"`],
    ['\u0000\u001f\u007f', '"\\u0000\\u001f\u007f"'],
    ['\u2028\u2029', '"\u2028\u2029"'],
    ['一窗受理', '"一窗受理"'],
    ['𠮷野', '"𠮷野"'],
    ['</script>', '"</script>"'],
  ])('text %j keeps its shortest form', (text, written) => {
    expect(canonical(text)).toBe(written)
  })

  test('undefined members are dropped and undefined elements become null, as JSON.stringify does', () => {
    expect(canonical({ b: undefined, a: [undefined, 1] })).toBe('{"a":[null,1]}')
  })

  test.each([
    ['a lone high surrogate', { name: '\ud842' }],
    ['a lone low surrogate', ['\udfb7']],
    ['a lone surrogate in a key', { ['\ud842']: 1 }],
    ['NaN', NaN],
    ['an infinity', { rate: -Infinity }],
    ['a bigint', 1n],
    ['nothing', undefined],
    ['a function', () => 1],
    ['a Date', { at: new Date(0) }],
    ['a Map', new Map()],
  ])('%s is refused', (_, value) => {
    expect(() => canonical(value)).toThrow(TypeError)
  })

  test('any value reads back equal, and two orders of writing give one text', () => {
    const random = generator(20260101)
    for (let round = 0; round < 2000; round += 1) {
      const value = anyJson(random, 4)
      const text = canonical(value)
      expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)))
      expect(canonical(shuffled(value, random))).toBe(text)
    }
  })
})

test('SM3 gives the digest of the example in GB/T 32905', () => {
  expect(sm3('abc')).toBe('66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0')
})

test('a request hash does not depend on the order of the members', () => {
  expect(requestHash({ act: 'accept', remark: '材料齐全' })).toBe(
    requestHash({ remark: '材料齐全', act: 'accept' }),
  )
  expect(requestHash({ act: 'accept' })).not.toBe(requestHash({ act: 'return' }))
})

type Random = () => number

/** A small seeded generator (mulberry32), so that a failure can be run again. */
function generator(seed: number): Random {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let bits = Math.imul(state ^ (state >>> 15), 1 | state)
    bits = (bits + Math.imul(bits ^ (bits >>> 7), 61 | bits)) ^ bits
    return ((bits ^ (bits >>> 14)) >>> 0) / 2 ** 32
  }
}

const ALPHABET = [
  'a',
  'Z',
  '"',
  '\\',
  '/',
  '\n',
  '\u0001',
  ' ',
  '办',
  '件',
  '𠮷',
  '😀',
  '\u2028',
  'é',
  '\ufb33',
]

const anyText = (random: Random): string =>
  Array.from(
    { length: Math.floor(random() * 6) },
    () => ALPHABET[Math.floor(random() * ALPHABET.length)],
  ).join('')

function anyJson(random: Random, depth: number): unknown {
  const kind = Math.floor(random() * (depth === 0 ? 4 : 6))
  if (kind === 0) return null
  if (kind === 1) return random() < 0.5
  if (kind === 2) return (random() - 0.5) * 10 ** Math.floor(random() * 40 - 20)
  if (kind === 3) return anyText(random)
  const size = Math.floor(random() * 5)
  if (kind === 4) return Array.from({ length: size }, () => anyJson(random, depth - 1))
  return Object.fromEntries(Array.from({ length: size }, () => [anyText(random), anyJson(random, depth - 1)]))
}

function shuffled(value: unknown, random: Random): unknown {
  if (Array.isArray(value)) return value.map((element) => shuffled(element, random))
  if (typeof value !== 'object' || value === null) return value
  const members = Object.entries(value).map(([key, member]) => ({ key, member, order: random() }))
  members.sort((a, b) => a.order - b.order)
  return Object.fromEntries(members.map(({ key, member }) => [key, shuffled(member, random)]))
}
