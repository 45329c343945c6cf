import { limitSentence } from '#capabilities/catalogue/model.ts'
import type { Serving } from '#capabilities/licence-seal/model.ts'
import { licensing } from '../../model/limits.ts'
import type { PaperSource } from '../../papers/paper-source.ts'
import { serviceRecord } from '../../papers/service-record.ts'
import type { ChapterPapers } from '../chapter-paper.ts'
import { sentence } from '../special/sentence.ts'
import type { Interested, InterestedText } from './dossier.ts'

/** Both go to the person alone: the applicant learns that somebody was told, not where they live. */
export const interestedPapers: ChapterPapers = {
  papers: {
    'interested-notice': {
      fact: 'interested-named',
      title: '利害关系人告知书',
      seal: 'decision',
      exists: ({ interested }) => interested !== undefined,
      internal: true,
      compose: notice,
    },
    'interested-service': {
      fact: 'interested-served',
      title: '送达回证（利害关系人）',
      seal: 'acceptance',
      exists: ({ interested }) => interested !== undefined,
      internal: true,
      compose: service,
    },
  },
  numbered: { 'name-interested': '利害关系人告知' },
}

const addressee = ({ name }: InterestedText) => ({ party: { name, kind: 'person' as const } })

function textOf({ dossier, open }: PaperSource<unknown>, id: string): InterestedText {
  const one = dossier.interested!.find((each) => each.id === id)!
  return open<InterestedText>(one.text)
}

/** Whose application it is (by name alone: whoever is to answer must know whom it concerns), what it may do to them, and what they may say by when (第三十六条、第四十七条). */
function notice(source: PaperSource<Pick<Interested, 'hearing' | 'within'> & { paper: string }>) {
  const { fact, item, applicant, place, body } = source
  const { paper, hearing, within } = fact.body
  const who = textOf(source, paper)
  const days = limitSentence(within)
  return {
    kind: 'notice' as const,
    ...addressee(who),
    paragraphs: [
      `${body.name}正在审查${applicant.name}提出的“${item.name}”申请。该事项直接关系您（单位）的利益：${sentence(who.interest)}`,
      `您（单位）有权进行陈述和申辩。请自本告知书送达之日起${days}内，到${place.name}任一窗口当面或者书面提出，也可以拨打${item.enquiryPhone}；逾期没有提出的，不影响作出决定。`,
      ...(hearing
        ? [
            `该事项涉及重大利益关系，您（单位）有权要求听证。要求听证的，请在同一期限内提出，已经陈述意见的也可以提出；逾期没有提出的，视为放弃听证。申请人、利害关系人不承担组织听证的费用。`,
          ]
        : []),
      '本机关对您（单位）的地址、电话等信息保密。',
    ],
    grounds: [licensing(item, '第三十六条'), ...(hearing ? [licensing(item, '第四十七条')] : [])],
  }
}

interface Service {
  id: string
  mode: Serving['mode']
  on: string
  record: string
}

function service(source: PaperSource<Service>) {
  const { fact, dossier, place, open } = source
  const { id, mode, on, record } = fact.body
  const number = dossier.papers.find((paper) => paper.id === id)?.number
  return {
    kind: 'delivery' as const,
    ...addressee(textOf(source, id)),
    served: [{ title: '利害关系人告知书', ...(number === undefined ? {} : { number }), copies: 1 }],
    servedOn: on,
    ...serviceRecord(mode, open<Partial<Serving>>(record), { window: place.name, whose: '利害关系人' }),
  }
}
