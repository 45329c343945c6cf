import { chineseDay } from '#engine/clock/explain.ts'
import type { NoticeData } from '../../documents/paper-data.ts'
import type { PaperSource } from '../../papers/paper-source.ts'
import { dueDay } from '../../papers/due-day.ts'
import type { ChapterPapers } from '../chapter-paper.ts'
import { publicName, publicNumber } from './rules.ts'

export const publicityPapers: ChapterPapers = {
  papers: {
    'publicity-notice': {
      fact: 'publicity-opened',
      title: '公示',
      seal: 'decision',
      exists: ({ publicity }) => publicity !== undefined,
      compose: notice,
    },
  },
}

/** What hangs in the village: the name masked, nothing of number, phone, illness or account (个人信息保护法第二十八条). */
function notice(source: PaperSource<{ where: string; text: string }>) {
  const { fact, item, applicant, open } = source
  const { where, text } = fact.body
  const { basis } = item.process.publicity!
  const from = chineseDay(source.dossier.publicity!.by.day)
  const until = dueDay(source, 'publicity')
  return {
    kind: 'notice',
    unaddressed: true,
    paragraphs: [
      `根据${basis}，现将下列拟决定的内容予以公示。公示期内有异议的，可以向本机关书面或者口头提出，可以不留姓名；本机关为提出人保密。`,
      open<string>(text),
    ],
    facts: [
      { name: '公示编号', value: publicNumber(source.dossier.no) },
      { name: '申请人', value: publicName(applicant, item) },
      { name: '公示地点', value: where },
      { name: '公示期', value: `自${from}起${until ? `至${chineseDay(until)}` : ''}` },
      { name: '异议受理', value: `${item.enquiryPhone}；监督投诉${item.complaintPhone}` },
    ],
    closing: '特此公示。',
  } satisfies Partial<NoticeData>
}
