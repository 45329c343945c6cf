const MOBILE = /^1[3-9]\d{9}$/
const LANDLINE = /^0\d{2,3}-?\d{7,8}(-\d{1,6})?$/

/** A phone one person carries, as against one that stands in a house. */
export function isMobile(phone: string): boolean {
  return MOBILE.test(phone)
}

export function isPhone(phone: string): boolean {
  return MOBILE.test(phone) || LANDLINE.test(phone)
}
