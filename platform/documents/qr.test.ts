import { expect, test } from 'vitest'
import { qrSvg } from './qr.ts'
import { readQr } from './reading.ts'

test.each([
  ['an address', 'https://example.invalid/verify/3fKq9Zt2mVx7Lw1b', 'M'],
  ['Chinese words', '办件编号3703044012026112300001X5K', 'Q'],
  ['a long address', `https://example.invalid/verify/${'a1B2'.repeat(60)}`, 'L'],
] as const)('%s reads back', (_, text, level) => {
  expect(readQr(qrSvg(text, level))).toBe(text)
})

test('it is one path of filled runs within four quiet modules', () => {
  const svg = qrSvg('1')
  expect(svg.match(/<path/g)).toHaveLength(1)
  expect(svg).not.toContain('stroke')
  expect(svg).toContain('viewBox="-4 -4 29 29"')
})
