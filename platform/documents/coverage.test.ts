import { expect, test } from 'vitest'
import { unprintable } from './coverage.ts'

test.each<[text: string, signs: string[]]>([
  ['博山区山头街道演示路1号，面积120㎡（含库房）', []],
  ['买买提·艾力 ABC-123 “同意”', []],
  // A rare Han character is somebody's name: it waits for a font instead of turning the person away.
  ['测试𱁬', []],
  ['α≥β ☑ №1 ℃', []],
  ['材料齐全🦄', ['🦄']],
  ['ሀ和🦄和🦄', ['ሀ', '🦄']],
  ['警务系统的字\ue000', ['\ue000']],
  ['', []],
])('%s', (text, signs) => {
  expect(unprintable(text)).toEqual(signs)
})
