import type { PostalAddress } from '#capabilities/case/contract.ts'

/** The phone numbers a parcel can carry: eleven digits, or area code and number. */
const PHONE = /^1\d{10}$|^0\d{2,3}-?\d{7,8}$/

/** What is wrong with the address of a result by post, one line each. */
export function postalProblems({
  receiver = '',
  phone = '',
  address = '',
}: Partial<PostalAddress>): { field: string; message: string }[] {
  return [
    ...([...receiver].length >= 2 && [...receiver].length <= 60
      ? []
      : [{ field: 'postalReceiver', message: '请写收件人的姓名' }]),
    ...(PHONE.test(phone)
      ? []
      : [{ field: 'postalPhone', message: '请核对收件电话：手机号是11位，固定电话请写成“区号-号码”' }]),
    ...([...address].length >= 6 && [...address].length <= 200
      ? []
      : [{ field: 'postalAddress', message: '请写详细地址：县区、镇（街道）、村或小区、门牌号' }]),
  ]
}

export function isPostal(postal: Partial<PostalAddress>): postal is PostalAddress {
  return postalProblems(postal).length === 0
}
