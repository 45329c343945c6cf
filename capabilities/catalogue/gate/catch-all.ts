const THINGS = '(?:材料|资料|文件|证明|证件|手续|要件)'
const VAGUE = '(?:有关|相关|必要|所需|需要|应当提交|规定)'

/** What makes a wording leave open what has to be brought, in the order of how plainly it does. */
const KINDS: readonly [pattern: RegExp, why: string][] = [
  [
    new RegExp(`(?:法律|法规|规章|政策|规定|行政机关|部门|窗口|审批机关).{0,14}其[他它].{0,6}${THINGS}`, 'u'),
    '把材料推给没有写明的规定，申请人查不到要带什么',
  ],
  [
    new RegExp(
      `(?:法律|法规|规章|政策|行政机关|部门|窗口|审批机关).{0,10}(?:规定|要求|认为).{0,6}的${VAGUE}?(?:的)?${THINGS}`,
      'u',
    ),
    '把材料推给没有写明的规定，申请人查不到要带什么',
  ],
  [
    new RegExp(`(?:^|[、，和及或者与])其[他它]${VAGUE}?(?:的)?(?:证明)?${THINGS}`, 'u'),
    '“其他”没有名称，窗口可以随意加要，申请人备不齐',
  ],
  [
    new RegExp(`等${VAGUE}?(?:的)?(?:证明)?${THINGS}(?:[（(].*[）)])?$`, 'u'),
    '“等”没有列完，申请人不知道还缺哪一份',
  ],
  [new RegExp(`^${VAGUE}(?:的)?(?:证明)?${THINGS}$`, 'u'), '没有材料的名称，申请人不知道要带什么'],
]

/** Why a name of a material is a catch-all clause (兜底条款, YY-3.2.5-05); nothing where it is a name. */
export function catchAll(name: string): string | undefined {
  const said = name.replace(/[“”"\s]/gu, '')
  return KINDS.find(([pattern]) => pattern.test(said))?.[1]
}

/** The same in a condition: what is required there has to be named as well. */
export function openEnded(condition: string): boolean {
  return /(?:规定|要求|认为.{0,4}需要)的其[他它](?:.{0,6})(?:条件|情形|要求)[。；]?$/u.test(condition.trim())
}
