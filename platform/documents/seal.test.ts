import { describe, expect, test } from 'vitest'
import { MissingGlyph } from './faults.ts'
import { drawSeal, sealDiameterMm } from './seal.ts'

const office = { organisation: '博山区行政审批服务局', diameterMm: 42, demo: false }
const outlines = (svg: string) => svg.match(/<path/g)?.length ?? 0
const glyphHeights = (svg: string) =>
  [...svg.matchAll(/scale\([\d.]+ -([\d.]+)\)/g)].map((match) => Number(match[1]))

describe('the picture of a seal', () => {
  test('is a ring, a star and one outline for each character, in millimetres and without a font', () => {
    const { svg, diameterMm } = drawSeal(office)
    expect(diameterMm).toBe(42)
    expect(svg).toContain('width="42mm" height="42mm"')
    expect(outlines(svg)).toBe(10 + 1)
    expect(svg).not.toMatch(/<text|font|NaN|undefined/)
  })

  test('carries the line of a special use and a number', () => {
    const { svg } = drawSeal({ ...office, line: '行政审批专用章', number: '3703040000123' })
    expect(outlines(svg)).toBe(10 + 1 + 7 + 13)
    expect(svg).toContain('<title>博山区行政审批服务局行政审批专用章</title>')
  })

  test('gives a longer name smaller glyphs', () => {
    const long = '淄博市博山区自然资源和城乡规划建设管理综合行政执法监督服务中心办公室'
    const tallest = (name: string) =>
      Math.max(...glyphHeights(drawSeal({ ...office, organisation: name }).svg))
    expect(tallest(long)).toBeLessThan(tallest('博山区行政审批服务局'))
  })

  test('is the same each time', () => {
    expect(drawSeal(office)).toEqual(drawSeal(office))
  })
})

describe('a demo seal', () => {
  const { svg } = drawSeal({ ...office, demo: true })

  test('has 演示 and 无法律效力 in place of the star, within a broken ring, and says so in words', () => {
    expect(outlines(svg)).toBe(10 + 2 + 5)
    expect(svg).toContain('stroke-dasharray')
    expect(svg).toContain('（演示，无法律效力）')
  })

  test('shares no such mark with a real one', () => {
    const real = drawSeal(office).svg
    expect(real).not.toContain('stroke-dasharray')
    expect(real).not.toContain('演示')
  })
})

describe('a seal cannot', () => {
  test('be larger than a county may use (国发〔1999〕25号)', () => {
    expect(() => drawSeal({ ...office, diameterMm: sealDiameterMm.countyDepartmentAtMost + 1 })).toThrow(
      'larger',
    )
  })

  test('leave out a character that its face lacks', () => {
    expect(() => drawSeal({ ...office, organisation: '测试\u{2a6d0}村' })).toThrow(MissingGlyph)
  })

  test('smuggle markup into a page', () => {
    expect(drawSeal({ ...office, organisation: '<b>&' }).svg).toContain('<title>&lt;b&gt;&amp;</title>')
  })
})
