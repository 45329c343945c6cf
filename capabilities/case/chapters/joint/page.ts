import { day } from '#ui/format/day.ts'
import type { ChapterPage } from '../chapter-page.ts'
import { isJoint, openQuestions, questionsOf } from './dossier.ts'
import { opinionLines } from './result.ts'

/** Who was asked, by when, and what they said; the applicant reads where it stands, the words stand in the decision. */
export const jointPage: ChapterPage = {
  parts: ({ dossier, calendar, open, own, body }) => {
    if (!isJoint(dossier)) return []
    const lines = opinionLines(dossier, open, calendar)
    const waiting = openQuestions(dossier).length
    const late = lines.filter(({ verdict }) => verdict === '逾期未答复').length
    const mine = questionsOf(dossier).findLast((question) => question.body === body)
    const question = own ? undefined : (mine ?? questionsOf(dossier).at(-1))
    return [
      {
        key: 'joint',
        title: '联审联办：部门意见',
        tag:
          late > 0
            ? { text: `${late}个部门逾期未答复`, tone: 'bad' }
            : waiting > 0
              ? { text: `等${waiting}个部门答复`, tone: 'blue' }
              : { text: '意见已齐', tone: 'good' },
        lines: question ? [`征求的问题：${String(open(question.question) ?? '')}`] : [],
        table: {
          head: own ? ['部门', '意见', '答复期限'] : ['部门', '意见', '答复期限', '内容'],
          rows: lines.map(({ name, verdict, dueDay, text, reply }) => [
            ...[name, verdict, dueDay === undefined ? '会上提出' : day(dueDay)],
            ...(own ? [] : [reply === undefined ? text : `${text}（处理：${reply}）`]),
          ]),
        },
      },
    ]
  },
}
