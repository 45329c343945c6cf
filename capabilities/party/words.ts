export const partyWords = {
  'party-unknown': '表单里没有写明申请人的姓名、证件号码或电话，请补全后再提交。',
}
