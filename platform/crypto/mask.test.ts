import { describe, expect, test } from 'vitest'
import {
  maskAddress,
  maskBankCard,
  maskCitizenId,
  maskDocument,
  maskName,
  maskNamePublic,
  maskPhone,
} from './mask.ts'

describe('in lists', () => {
  test.each([
    ['张三', '张*'],
    ['李小敏', '李*敏'],
    ['欧阳示例', '欧**例'],
    ['买买提·艾力', '买***力'],
    ['博山区示例餐饮管理有限公司', '博***司'],
    ['测试甲商行（演示）', '测***行'],
    ['（演示）', '（**）'],
    ['𠮷田', '𠮷*'],
    ['张𠮷敏', '张*敏'],
    [' 张三 ', '张*'],
    ['王', '*'],
    ['', ''],
  ])('the name %s reads %s', (name, masked) => expect(maskName(name)).toBe(masked))

  test.each([
    ['19900003210', '199****3210'],
    ['+8619900003210', '+86199****3210'],
    ['0533-4180000', '0533-***0000'],
    ['01088880000', '010****0000'],
    ['053341800001', '0533****0001'],
    ['12345', '***45'],
    ['1', '*'],
  ])('the phone %s reads %s', (phone, masked) => expect(maskPhone(phone)).toBe(masked))

  test.each([
    ['37030419000101001X', '370304********001X'],
    ['123456789', '*********'],
    ['', ''],
  ])('the citizen id %s reads %s', (id, masked) => expect(maskCitizenId(id)).toBe(masked))

  test.each([
    ['E00000001', 'E*******1'],
    ['AB', '**'],
  ])('the document %s reads %s', (number, masked) => expect(maskDocument(number)).toBe(masked))

  test('a bank card keeps its last four digits', () => {
    expect(maskBankCard('6200 0000 0000 1234')).toBe('************1234')
  })

  test.each([
    ['山东省淄博市博山区山头街道新博社区3号楼2单元101室', '山东省淄博市博山区山头街道新博社区***'],
    ['博山区池上镇中郝峪村12号', '博山区池上镇中郝峪村***'],
    ['博山区八陡镇东顶村', '博山区八陡镇东顶村'],
    ['博山区源泉镇68号', '博山区源泉镇***'],
    ['博山区中心路68号', '博山区***'],
    ['中心路六十八号', '中心*****'],
    ['', ''],
  ])('the address %s reads %s', (address, masked) => expect(maskAddress(address)).toBe(masked))
})

describe('in public notices', () => {
  test.each([
    ['张三', '张某'],
    ['李小敏', '李某'],
    ['欧阳示例', '欧阳某'],
    ['欧阳', '欧某'],
    ['', ''],
  ])('the name %s reads %s', (name, masked) => expect(maskNamePublic(name)).toBe(masked))
})
