import { describe, expect, test } from 'vitest'
import { servedAreas } from './area.ts'

const areas = servedAreas(
  [
    { code: '370304', name: '甲区' },
    { code: '640202', name: '乙区' },
  ],
  { 'b.example': '640202' },
)

describe('the area of a request', () => {
  test.each([
    ['nothing is named', '/', undefined, undefined, '370304'],
    ['the address names one', '/items/x?area=640202', 'area=370304', undefined, '640202'],
    [
      'the address names one among others',
      '/search?q=a&area=640202&cursor=b',
      undefined,
      undefined,
      '640202',
    ],
    ['the reader chose one', '/', 'elder=on; area=640202; lives=1', undefined, '640202'],
    ['the host belongs to one', '/', undefined, 'B.example:8443', '640202'],
    ['the reader chose another than the host', '/', 'area=370304', 'b.example', '370304'],
    ['the address names none of ours', '/?area=110101', 'area=640202', undefined, '640202'],
    ['the cookie names none of ours', '/', 'area=110101', undefined, '370304'],
    ['the cookie is no code', '/', "area=640202' OR 1", undefined, '370304'],
    ['another word ends in area', '/?myarea=640202', 'oldarea=640202', undefined, '370304'],
    ['the code is longer than six digits', '/?area=6402020', 'area=6402021', undefined, '370304'],
  ])('%s', (_title, url, cookie, host, expected) => {
    expect(areas.of({ url, headers: { ...(cookie ? { cookie } : {}), ...(host ? { host } : {}) } })).toBe(
      expected,
    )
  })

  test('an installation without an area is a fault', () => {
    expect(() => servedAreas([])).toThrow(/at least one/)
    expect(() => areas.get('110101')).toThrow(/not served/)
  })
})
