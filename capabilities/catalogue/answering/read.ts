import { held } from '#capabilities/books/index.ts'
import type { Queryable } from '#platform/db/db.ts'
import type { ChangeAnswer } from '../contract/change.ts'
import { GUIDING_LINE, type GuidingLine } from '../delegation-books/guiding/line.ts'
import { OUTSIDE_NEWS, type OutsideNews } from '../outside-items/news.ts'

/** Why a draft is written: lines of the guiding catalogue and news of outside items that it answers. */
export async function answeredByDraft(db: Queryable, area: string, change: string): Promise<ChangeAnswer[]> {
  const [lines, news] = await Promise.all([
    held<GuidingLine>(db, { kind: GUIDING_LINE }, { area }),
    held<OutsideNews>(db, { kind: OUTSIDE_NEWS }, { area }),
  ])
  const due = (day: string | undefined) => (day === undefined ? {} : { dueDay: day })
  return [
    ...lines
      .filter(({ entry }) => entry.body.draft === change)
      .map(({ id, entry: { body, due: by } }) => ({
        ...{ book: GUIDING_LINE, entry: id, title: `市级指导目录第${body.no}版：${body.name}` },
        ...{ text: body.what ?? body.how ?? '', ...due(by) },
      })),
    ...news
      .filter(({ entry }) => entry.body.draft === change)
      .map(({ id, entry: { body, due: by } }) => ({
        ...{ book: OUTSIDE_NEWS, entry: id, title: `${body.systemName}的“${body.name}”有变化` },
        ...{ text: body.differences.join('；'), ...due(by) },
      })),
  ]
}
