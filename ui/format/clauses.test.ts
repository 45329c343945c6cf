import { expect, test } from 'vitest'
import { clausesText, withClauses } from './clauses.ts'

test.each([
  [['YY-1.2.2-04'], '沂源县2018年方案一（二）2（YY-1.2.2-04）'],
  [
    ['YY-1.2.2-04', 'YY-1.2.2-05', 'DW-1-01'],
    '沂源县2018年方案一（二）2（YY-1.2.2-04、YY-1.2.2-05）；大武口区2020年方案第一部分（DW-1-01）',
  ],
  [['DW-3.2.10-02'], '大武口区2020年方案三（二）10（DW-3.2.10-02）'],
  [['BS-2.4-08', 'LC-0-01'], '博山区2020年方案二（四）（BS-2.4-08）；聊城市2020年方案文头（LC-0-01）'],
  [['《中华人民共和国行政许可法》第三十条', 'XX-1-01'], '《中华人民共和国行政许可法》第三十条；XX-1-01'],
  [[], ''],
])('the clauses %j read %s', (clauses, text) => {
  expect(clausesText(clauses)).toBe(text)
})

test.each([
  ['BS-2-02、BS-4.1-02', '博山区2020年方案第二部分（BS-2-02）；博山区2020年方案四（一）（BS-4.1-02）'],
  ['《中华人民共和国行政许可法》第三十条、第三十一条', '《中华人民共和国行政许可法》第三十条、第三十一条'],
])('the basis %s reads %s', (basis, text) => {
  expect(withClauses(basis)).toBe(text)
})
