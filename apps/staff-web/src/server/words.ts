export const failureWords = {
  unreachable: '现在连不上服务器，内容没有丢失。请检查网络后再试；一直不行请联系技术人员。',
  pressAgain:
    '这个页面停留太久，或在另一个页面切换过岗位，为了安全没有提交。已重新核对身份，请看清右上角的岗位后再按一次。',
  basis: '依据：',
  retry: '重新读取',
}
