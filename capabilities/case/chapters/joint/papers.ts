import { limitSentence } from '#capabilities/catalogue/model.ts'
import type { PaperSource } from '../../papers/paper-source.ts'
import type { ChapterPapers } from '../chapter-paper.ts'
import { conferring } from './dossier.ts'

interface OpinionsAsked {
  questions: { name: string }[]
  question: string
  workingDays: number
}

/** The letter that passes an application on to other departments (征求意见函). */
export const jointPapers: ChapterPapers = {
  papers: {
    'opinion-request': {
      fact: 'opinions-asked',
      title: '征求意见函',
      seal: 'decision',
      internal: true,
      compose: ({ fact, item, open }: PaperSource<OpinionsAsked>) => {
        const { questions, question, workingDays } = fact.body
        return {
          kind: 'notice',
          addressee: questions.map(({ name }) => name).join('、'),
          paragraphs: [
            `本机关受理的“${item.name}”申请需要听取你单位意见，现转请你单位提出意见。`,
            `请研究：${open<string>(question)}`,
            `请自发函之日起${limitSentence({ amount: workingDays, unit: 'working-day' })}内，在办件系统中答复同意、有条件同意或者不同意，并写明理由。逾期没有答复的，本机关将记录在案并报告监督。`,
          ],
          grounds: [conferring(item)],
          closing: '请予支持。',
        }
      },
    },
  },
  numbered: { 'ask-opinions': '函' },
}
