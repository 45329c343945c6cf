import { describe, expect, test } from 'vitest'
import { allowedFlaws, flaws, idleExceptions, texts } from './house.ts'
import { flawsOf, LONGEST } from './rules.ts'
import type { Register } from './texts.ts'

const said = (text: string, register: Register = 'screen') =>
  flawsOf({ file: 'x.ts', line: 1, register, text }).map(({ says }) => says)

describe('what a neighbour would not say', () => {
  test.each([
    ['请予以配合', ['请予以', '予以']],
    ['正在进行审核', ['进行']],
    ['请携带相关材料', ['相关']],
    ['请及时补正', ['及时']],
    ['按规定办理', ['按规定']],
    ['请前往窗口', ['前往']],
    ['该事项无法办理', ['该', '无法']],
    ['操作失败', ['操作失败', '失败']],
    ['系统异常', ['系统异常']],
    ['如有疑问请咨询', ['如有疑问']],
  ])('%s', (text, words) => {
    expect(said(text).toSorted()).toEqual(words.toSorted())
  })

  test.each([
    '不予受理',
    '准予行政许可',
    '业务必备的设备',
    '用户口簿',
    '双方可以一起去',
    '用户名',
    '发票校验码',
    '相关联的办件',
  ])('%s stands', (text) => {
    expect(said(text)).toEqual([])
  })

  test('the name of a law is quoted, not said', () => {
    expect(said('依据《关于进行审核的有关规定》办。')).toEqual([])
  })

  test('a legal paper keeps the terms of the law and still goes nowhere "前往"', () => {
    expect(said('对上述事项予以登记。', 'paper')).toEqual([])
    expect(said('请前往窗口。', 'paper')).toEqual(['前往'])
  })

  test.each(Object.entries(LONGEST) as [Register, number][])(
    '%s: a sentence of %i characters, not one more',
    (register, longest) => {
      expect(said('好'.repeat(longest), register)).toEqual([])
      expect(said('好'.repeat(longest + 1), register)).toHaveLength(1)
    },
  )

  test('what stands in brackets is passed over in one breath, a number is one sign', () => {
    expect(said(`${'好'.repeat(38)}（${'好'.repeat(30)}）370304190501018889`)).toEqual([])
  })
})

describe('the house', () => {
  test('every text people read is plain', { timeout: 120_000 }, () => {
    expect(texts().length).toBeGreaterThan(8000)
    expect(
      flaws().map(({ text, says, instead }) => `${text.file}:${text.line} ${says} → ${instead}`),
    ).toEqual([])
  })

  test('each exception has its reason and excuses something', () => {
    expect(allowedFlaws().filter(({ because }) => because.length < 10)).toEqual([])
    expect(idleExceptions()).toEqual([])
  })
})
