import { expect, test } from 'vitest'
import { moneyInWords } from './money-in-words.ts'

// The first ten are the examples of 支付结算办法附件一 and their neighbours.
test.each([
  ['1409.50', '壹仟肆佰零玖元伍角整'],
  ['6007.14', '陆仟零柒元壹角肆分'],
  ['1680.32', '壹仟陆佰捌拾元叁角贰分'],
  ['107000.53', '壹拾万零柒仟元伍角叁分'],
  ['16409.02', '壹万陆仟肆佰零玖元零贰分'],
  ['325.04', '叁佰贰拾伍元零肆分'],
  ['0', '零元整'],
  ['0.05', '伍分'],
  ['0.5', '伍角整'],
  ['10', '壹拾元整'],
  ['100000000', '壹亿元整'],
  ['100010000', '壹亿零壹万元整'],
  ['120000005', '壹亿贰仟万零伍元整'],
  ['999999999999.99', '玖仟玖佰玖拾玖亿玖仟玖佰玖拾玖万玖仟玖佰玖拾玖元玖角玖分'],
])('%s is %s', (amount, words) => expect(moneyInWords(amount)).toBe(words))

test.each(['', '1.234', '-1', '一千', '1000000000000'])('“%s” is no amount', (text) => {
  expect(moneyInWords(text)).toBeUndefined()
})
