import { expect, test } from 'vitest'
import { printable, privateUseCharacters } from './printable.ts'

test.each([
  ['an ordinary sentence', '你好，世界。', '你好，世界。'],
  ['markup signs', '#let x = *_$`', '#let x = *_$`'],
  ['a null character', 'a\u0000b', 'ab'],
  ['a tab', 'a\tb', 'a b'],
  ['a line break of Windows', 'a\r\nb', 'a\nb'],
  ['a turned reading direction', '甲\u202e乙', '甲乙'],
  ['a zero-width joiner', '甲\u200d乙', '甲乙'],
  ['half a surrogate pair', '甲\ud842', '甲\ufffd'],
  ['a whole surrogate pair', '\u{20003}', '\u{20003}'],
])('%s on paper', (_, typed, printed) => {
  expect(printable({ list: [{ text: typed }] })).toEqual({ list: [{ text: printed }] })
})

test('what is absent stays absent, and numbers and truth values stay themselves', () => {
  expect(printable({ a: undefined, b: 1, c: false, d: null })).toEqual({ b: 1, c: false, d: null })
})

test('private-use characters are found once each, in every plane', () => {
  expect(privateUseCharacters('甲\ue000乙\ue000\u{f0000}')).toEqual(['\ue000', '\u{f0000}'])
})
