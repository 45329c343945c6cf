import { chineseDay } from '#engine/clock/explain.ts'
import { limitSentence } from '#capabilities/catalogue/model.ts'
import type { Serving } from '#capabilities/licence-seal/model.ts'
import type { PaperSource } from '../../papers/paper-source.ts'
import { serviceRecord } from '../../papers/service-record.ts'
import { TERMINATION_WORDS } from '../endings/words.ts'
import type { ChapterPapers } from '../chapter-paper.ts'
import { sentence } from '../special/sentence.ts'
import type { Intent, ServedNotice } from './dossier.ts'
import { MEANT_WORDS, NOTICE_WORDS } from './words.ts'

export const intentPapers: ChapterPapers = {
  papers: {
    'intent-notice': {
      fact: 'intent-told',
      title: '拟处理告知书',
      seal: 'decision',
      // It is made even where the matter has moved on meanwhile: what was told was told, and its number is taken.
      compose: notice,
    },
    'notice-service': {
      fact: 'notice-served',
      title: '送达回证（告知文书）',
      seal: 'acceptance',
      compose: service,
    },
  },
  numbered: { 'tell-revocation': '拟撤销', 'tell-ending': '拟终止' },
}

/** 拟撤销告知书, 拟终止办理告知书: what is meant, why, on what basis, and how many days there are to answer (第七条). */
function notice(source: PaperSource<Pick<Intent, 'how' | 'ground' | 'text' | 'within'>>) {
  const { fact, item, dossier, applicant, place } = source
  const { how, ground, text, within } = fact.body
  const { reason, basis } = source.open<{ reason: string; basis: string }>(text)
  const you = applicant.idKind === 'citizen-id' ? '你' : '你单位'
  const verb = MEANT_WORDS[how]
  const begun =
    how === 'revoke'
      ? `本机关于${chineseDay(dossier.decision!.by.day)}根据${you}作出的承诺，就“${item.name}”作出准予决定。`
      : `${you}于${chineseDay(dossier.firstReceivedOn)}提出“${item.name}”的申请。`
  const why = ground === undefined ? '经事后核查，情况与承诺不符' : `情形为：${TERMINATION_WORDS[ground]}`
  return {
    kind: 'notice' as const,
    title: how === 'revoke' ? `拟撤销${item.itemType === '01' ? '行政许可' : ''}告知书` : '拟终止办理告知书',
    paragraphs: [
      `${begun}现拟${how === 'revoke' ? '撤销上述决定' : verb}，${why}。`,
      `事实和理由：${sentence(reason)}`,
      `${you}有权陈述、申辩。请自本告知书送达之日起${limitSentence(within)}内，在网上办件页面、到${place.name}任一窗口当面或者书面提出，也可以拨打${item.enquiryPhone}；逾期没有提出的，视为放弃。`,
    ],
    grounds: ['《中华人民共和国行政许可法》第七条', basis],
  }
}

interface Service extends ServedNotice {
  what: keyof typeof NOTICE_WORDS
  id: string
  record?: string
}

function service(source: PaperSource<Service>) {
  const { fact, dossier, place, open } = source
  const { what, id, mode, on, record } = fact.body
  const number = dossier.papers.find((paper) => paper.id === id)?.number
  const kept = record === undefined ? {} : open<Partial<Serving>>(record)
  return {
    kind: 'delivery' as const,
    served: [{ title: NOTICE_WORDS[what], ...(number === undefined ? {} : { number }), copies: 1 }],
    servedOn: on,
    ...serviceRecord(mode, kept, { window: place.name, whose: '申请人' }),
  }
}
