import { expect, test } from 'vitest'
import { titleFor } from './titles.ts'

test.each([
  ['grant', '01', '准予行政许可决定书'],
  ['denial', '01', '不予行政许可决定书'],
  ['acceptance', '01', '行政许可申请受理通知书'],
  ['not-accepted', '01', '行政许可申请不予受理决定书'],
  ['not-needed', '01', '行政许可申请不受理告知书'],
  ['grant', '05', '准予行政给付决定书'],
  ['grant', '07', '准予行政确认决定书'],
  ['denial', '07', '不予行政确认决定书'],
  ['grant', '08', '行政奖励决定书'],
  ['grant', '09', '行政裁决书'],
  ['acceptance', '10', '事项办理申请受理通知书'],
  ['denial', '10', '不予办理决定书'],
  ['grant', '20', '公共服务事项办理结果告知书'],
  ['supplement', '20', '公共服务申请材料补正告知书'],
  ['extension', '01', '行政许可办理期限延长告知书'],
  ['extension', '10', '办理期限延长告知书'],
  ['special-procedure', '07', '行政确认特别程序告知书'],
  ['delivery', '09', '送达回证'],
  ['commitment', '20', '告知承诺书'],
  ['rectification', '01', '责令限期整改通知书'],
  ['revocation', '01', '撤销行政许可决定书'],
  ['revocation', '10', '撤销办理决定书'],
  ['revocation', '20', '撤销公共服务决定书'],
] as const)('%s of type %s is titled %s', (kind, type, title) => {
  expect(titleFor(kind, type)).toBe(title)
})
