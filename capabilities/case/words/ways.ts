import type { ItemVersion } from '#capabilities/catalogue/contract.ts'
import { limitWords } from '#ui/format/limit.ts'
import { listedKinds } from '../chapters/special/rules.ts'
import { SPECIAL_NAMES } from '../chapters/special/dossier.ts'
import { HEAD_NAMES, lawfulExtension } from '../chapters/extension/rules.ts'
import { offersGaps } from '../chapters/gaps/offer.ts'
import { HOLD_WITHIN, requestLimit } from '../chapters/hearing/rules.ts'
import { hasStep, licensing, statutoryLimitOf } from '../model/limits.ts'
import type { ApprovalParameters } from '../model/world.ts'

/** A further lawful path that a case of this item can take, as its guide tells it. */
export interface Way {
  title: string
  text: string
  basis: string
}

type Telling = (item: ItemVersion, parameters: ApprovalParameters) => Way | undefined

/**
 * What may happen to an application beside its ordinary steps, in the order people meet it. Each line asks the very rule that
 * offers the act, so the guide promises nothing a case cannot do.
 */
export function waysOf(item: ItemVersion, parameters: ApprovalParameters): Way[] {
  return WAYS.flatMap((tell) => tell(item, parameters) ?? [])
}

const isGeneral = ({ process }: ItemVersion): boolean => process.procedure === 'approval'

const gaps: Telling = (item, parameters) => {
  if (!offersGaps({ item, parameters })) return undefined
  const names = item.materials.filter(({ necessity }) => necessity === 'tolerable').map(({ name }) => name)
  return {
    title: '容缺受理',
    text: `主要材料齐全时，${names.join('、')}可以书面承诺以后补交，最长${parameters.toleratedGapWorkingDays}个工作日；到期没有补齐的，视为撤回申请。`,
    basis: '本地政务服务方案的容缺受理规定',
  }
}

const commitment: Telling = ({ process }) =>
  process.commitment && {
    title: '告知承诺',
    text: `符合条件的可以书面承诺，当场作出决定；${limitWords(process.commitment.check.within)}内核查，不属实的撤销决定。`,
    basis: process.commitment.basis,
  }

const survey: Telling = (item) =>
  hasStep(item, 'survey')
    ? {
        title: '现场勘验',
        text: '两名以上工作人员到现场核查，结果写入案卷；勘验的时间计算在办理时限内。',
        basis: licensing(item, '第三十四条第三款'),
      }
    : undefined

const special: Telling = (item) => {
  const kinds = listedKinds(item).map((kind) => SPECIAL_NAMES[kind])
  if (kinds.length === 0) return undefined
  return {
    title: kinds.join('、'),
    text: '需要的，先书面告知所需时间；从送达告知书起办理时限暂停，结束后接着算。',
    basis: licensing(item, '第四十五条'),
  }
}

const hearing: Telling = (item, parameters) => {
  if (item.itemType !== '01' || !isGeneral(item)) return undefined
  return {
    title: '听证',
    text: `直接涉及重大利益的，作出决定前告知听证权利；收到告知后${limitWords(requestLimit(parameters))}内可以要求听证，${HOLD_WITHIN}个工作日内组织，不收费。等待期间办理时限照常计算，有人要求听证的，自提出之日起到听证举行之日止暂停。`,
    basis: licensing(item, '第四十五条、第四十六条、第四十七条'),
  }
}

const publicity: Telling = ({ process }) =>
  process.publicity && {
    title: '公示',
    text: `作出决定前在${process.publicity.where}公示${limitWords(process.publicity.within)}，有异议的可以提出，核实以后再作决定。`,
    basis: process.publicity.basis,
  }

const together: Telling = (item) =>
  item.process.together
    ? {
        title: '联审联办',
        text: '需要几个部门办理的，由牵头部门统一收件，分别转给它们提意见，一并答复。',
        basis: licensing(item, '第二十六条第二款'),
      }
    : undefined

const extension: Telling = (item) => {
  const lawful = isGeneral(item) ? lawfulExtension(item) : undefined
  const unit = item.statutoryLimit?.unit ?? 'working-day'
  return (
    lawful && {
      title: '延长期限',
      text: `法定时限内不能作出决定的，经${HEAD_NAMES[lawful.by]}批准可以延长${limitWords({ amount: lawful.amount, unit })}，理由书面告知您。`,
      basis: lawful.basis,
    }
  )
}

const forwarding: Telling = (item) => {
  const { forwardsTo } = item.process
  if (forwardsTo === undefined) return undefined
  const limit = statutoryLimitOf(item)
  const within = limit === undefined ? '' : `${limitWords(limit)}内`
  return {
    title: '转报上级机关',
    text: `本级${within}审查完毕，把审查意见和全部材料直接报送${forwardsTo.body}，由它决定；不会再向您要一遍材料。${forwardsTo.told ?? ''}`,
    basis: [licensing(item, '第三十五条、第四十三条'), forwardsTo.basis].filter(Boolean).join('；'),
  }
}

const lifecycle =
  (kind: 'change' | 'renew' | 'cancel', title: string): Telling =>
  (item) => {
    const variant = item.lifecycle?.[kind]
    return variant && { title, text: variant.hint, basis: variant.basis }
  }

const WAYS: readonly Telling[] = [
  ...[gaps, commitment, survey, special, hearing, publicity, together, forwarding, extension],
  ...[lifecycle('change', '变更'), lifecycle('renew', '延续'), lifecycle('cancel', '注销')],
]
