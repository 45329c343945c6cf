import { expect, test } from 'vitest'
import { plainQuestion } from '#capabilities/catalogue/index.ts'
import { alike, withoutNumbers } from './alike.ts'

test.each<[string, string, boolean]>([
  ['请问没有银行卡可以领吗？', '我想问没有银行卡，可不可以领', true],
  ['要不要原件', '需要原件吗', true],
  ['多长时间能拿到钱', '多长时间能拿到钱啊？', true],
  ['没有银行卡可以领吗', '孩子上学能不能申请', false],
  ['户口不在本地能办吗', '没有银行卡可以领吗', false],
])('“%s” and “%s” ask the same: %s', (one, other, same) => {
  expect(alike(plainQuestion(one), plainQuestion(other))).toBe(same)
})

test('a word that one says over and over is not what the other says once', () =>
  expect(alike('钱钱钱钱钱', '钱钱')).toBe(false))

test('a question of which nothing is left is like no other', () => {
  expect(alike('', '')).toBe(false)
  expect(alike('', '没有银行卡')).toBe(false)
})

test.each([
  ['我的号是370304190001011234对吗', '我的号是〔号码已隐去〕对吗'],
  ['打１９９００００００００1没人接', '打〔号码已隐去〕没人接'],
  ['满60岁、每月100元', '满60岁、每月100元'],
])('%s is kept as %s', (said, kept) => expect(withoutNumbers(said)).toBe(kept))
