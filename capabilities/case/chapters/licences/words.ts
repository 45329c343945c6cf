import { chineseDay } from '#engine/clock/explain.ts'
import type { AboutKind } from '#capabilities/licence-seal/contract.ts'
import { servingLines, servingRefusals } from '../../words/serving.ts'
import type { ChapterWords } from '../chapter-words.ts'

export const ABOUT_TITLES: Readonly<Record<AboutKind, string>> = {
  change: '变更',
  renew: '延续',
  cancel: '注销',
}

type Facts = Readonly<Record<string, unknown>>
const day = (facts: Facts): string =>
  facts['day'] === undefined ? '届满日' : chineseDay(String(facts['day']))
const what = ({ kind }: Facts): string => ABOUT_TITLES[kind as AboutKind] ?? '这项'

export const licencesWords: ChapterWords = {
  clocks: { renewal: '延续决定期限', announcement: '公告期' },
  told: {
    'about-licence': ({ body }) => ({
      text: `申请${ABOUT_TITLES[body['kind'] as AboutKind]}${String(body['name'])}`,
      details: [`证照编号：${String(body['number'])}`],
    }),
    'revocation-announced': ({ body }, { open }) => ({
      text: `撤销决定公告送达，${chineseDay(String(body['on']))}发出公告，${chineseDay(String(body['until']))}届满视为送达`,
      details: servingLines(open(body['record'])),
    }),
    'renewal-deemed': ({ body }) => ({
      text: `${chineseDay(String(body['validUntil']))}有效期届满前没有作出决定，依法视为准予延续`,
      details: [`延续至${chineseDay(String(body['until']))}`],
    }),
  },
  refusals: {
    ...servingRefusals,
    'licence-not-found': '没有找到这本证照。请核对证照编号；不是您持有的证照，不能在这里办理。',
    'about-not-offered': (facts) =>
      `这个事项没有开通${what(facts)}申请。请按服务指南重新申请，或者拨打指南上的咨询电话。`,
    'about-not-in-force': (facts) =>
      `这本证照现在不是有效状态，不能申请${what(facts)}。请重新申请，或者到窗口咨询。`,
    'about-running': '这本证照已经有一个申请正在办理，请等它办结，或者先撤回那个申请再提交。',
    'about-being-revoked':
      '发证机关正在就这本证照是否以欺骗等不正当手段取得作出处理，处理完以前不能申请注销。可以按告知书陈述、申辩。',
    'about-other-body': '变更、延续、注销要向发证的机关申请。请选择发证机关所在的地区后再提交。',
    'renewal-not-needed': '这本证照没有写明有效期，不需要延续。',
    'renewal-late': (facts) =>
      `延续要在有效期届满前提前申请，最晚${day(facts)}，现在已经过了。请重新申请这项许可。`,
    'renewal-early': (facts) => `现在还早，${day(facts)}起可以申请延续。请到那时再提交。`,
    'renewal-deemed': (facts) =>
      `${day(facts)}有效期已经届满，没有在届满前作出决定，依法视为准予延续，不能再作出不予的决定。请刷新页面后制证送达。`,
    'term-missing': '依规定这项许可有期限，要写明“有效期至”。请填写后再提交。',
    'term-none': '这项决定不写新的有效期。请清空“有效期至”后再提交。',
    'term-too-long': (facts) => `有效期依规定最晚到${day(facts)}。请改早一些再提交。`,
    'term-passed': (facts) => `有效期要晚于今天，${day(facts)}已经过了。请核对后再提交。`,
    'renewal-term-missing': (facts) => `请填写延续后的“有效期至”，要晚于原来的${day(facts)}。`,
  },
}
