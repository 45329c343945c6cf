import { askedOf, columnsOf, sheetFile, type SheetFile } from '#ui/format/sheet.ts'
import type { GROUND_LISTS } from '../contract/ground-routes.ts'
import { dutyLines, groundView, successionLines, type GroundViewMeans } from './views.ts'

type List = (typeof GROUND_LISTS)[number]
type Rows = (string | number)[][]

const SHEETS: Readonly<Record<List, { title: string; columns: readonly string[] }>> = {
  places: {
    title: '服务场所',
    columns: [
      '名称',
      '类别',
      '上级场所',
      '建设主体',
      '地址',
      '咨询电话',
      '监督电话',
      '服务范围',
      '窗口数:number',
    ],
  },
  bodies: { title: '机构', columns: ['名称', '简称', '类别', '层级', '上级机构', '统一社会信用代码'] },
  duties: {
    title: '职责分工',
    columns: ['工作', '职责', '责任单位', '据以办理', '依据条款', '起始日期:day'],
  },
  successions: { title: '沿革', columns: ['对象', '原来', '方式', '现在', '日期:day'] },
  uncovered: { title: '没有覆盖的村（社区）', columns: ['镇（街道）', '村（社区）', '代码'] },
}

/** One of the lists of the page as it stood on a day. */
export async function groundFile(
  means: GroundViewMeans,
  area: string,
  day: string,
  list: List,
): Promise<SheetFile> {
  const { title, columns } = SHEETS[list]
  const rows = await ROWS[list](means, area, day)
  return sheetFile({
    title,
    columns: columnsOf(...columns),
    rows,
    asked: askedOf({ 日期: day }),
    more: false,
  })
}

const ROWS: Readonly<Record<List, (means: GroundViewMeans, area: string, day: string) => Promise<Rows>>> = {
  places: async (means, area, day) => {
    const { places } = await groundView(means, area, day)
    const names = new Map(places.map(({ id, name }) => [id, name]))
    return places.map((place) => [
      ...[place.name, place.kindText, names.get(place.parent ?? '') ?? '', place.ownerName, place.address],
      ...[place.phone, place.supervisionPhone, place.serves.join('、'), place.windows],
    ])
  },
  bodies: async (means, area, day) => {
    const { bodies } = await groundView(means, area, day)
    const names = new Map(bodies.map(({ id, name }) => [id, name]))
    return bodies.map((body) => [
      ...[body.name, body.shortName, body.kindText, body.tierText, names.get(body.parent ?? '') ?? ''],
      body.creditCode,
    ])
  },
  duties: async ({ organisation }, area, day) =>
    (await dutyLines(organisation, area, day)).map(
      ({ subjectName, roleText, bodies, acts, clauses, from }) => [
        ...[subjectName, roleText, bodies.join('、'), acts.join('、'), clauses.join('、'), from],
      ],
    ),
  successions: async ({ organisation }, area) =>
    (await successionLines(organisation, area)).map((line) => [
      ...[line.subjectText, line.from, line.kindText, line.to, line.on],
    ]),
  uncovered: async (means, area, day) =>
    (await groundView(means, area, day)).coverage.uncovered.map(({ town, name, code }) => [town, name, code]),
}
