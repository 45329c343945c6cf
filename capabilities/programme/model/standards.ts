import type { ReportRow } from '../contract/reports.ts'
import { atLeastAll, mustBeEmpty, share } from './line.ts'

export interface ClauseNow {
  id: string
  sort: string
  chapter: string
  label: string
  edition: number
  forKinds: readonly string[]
  onTheWall: boolean
}

export interface Adopted {
  place: string
  clause: string
  edition: number
  photo: boolean
}

export interface PlaceNow {
  id: string
  name: string
  /** hall, centre or station; a point follows the station's. */
  kind: string
}

const key = (place: string, clause: string) => `${place} ${clause}`

/**
 * ORG-07: which places still keep to an older edition, and which have not adopted a clause that is theirs. A hall with no standard
 * at all shows as one that lacks every clause (YY-1.2.5-05).
 */
export function standardsKept(
  places: readonly PlaceNow[],
  clauses: readonly ClauseNow[],
  adopted: readonly Adopted[],
): ReportRow[] {
  const known = new Map(adopted.map((line) => [key(line.place, line.clause), line]))
  return places.flatMap(({ id, name, kind }) => {
    const own = clauses.filter(({ forKinds, sort }) => sort !== 'rule' && forKinds.includes(kind))
    if (own.length === 0) return []
    const behind = own.flatMap(({ id: clause, label, edition }) => {
      const at = known.get(key(id, clause))
      return at !== undefined && at.edition < edition
        ? [`${label}：还是第${at.edition}版，现行第${edition}版`]
        : []
    })
    const missing = own.filter((clause) => !known.has(key(id, clause.id))).map(({ label }) => label)
    const chapters = Map.groupBy(own, ({ chapter }) => chapter)
    return [
      {
        ...{ id, name },
        lines: [
          mustBeEmpty('执行现行版本', behind, '都是现行版本', `${behind.length}条还在执行旧版本`),
          atLeastAll('采用条款', own.length - missing.length, own.length, missing),
          ...[...chapters].map(([chapter, lines]) => {
            const kept = lines.filter((clause) => known.get(key(id, clause.id))?.edition === clause.edition)
            const title = `符合率：${chapter}`
            const standing = kept.length === lines.length ? ('good' as const) : ('none' as const)
            return { title, standing, text: share(kept.length, lines.length), names: [] }
          }),
        ],
      },
    ]
  })
}

/** ORG-08: every place needs each required rule in its current edition, and a photo of the wall where it hangs there. */
export function onTheWall(
  places: readonly PlaceNow[],
  clauses: readonly ClauseNow[],
  adopted: readonly Adopted[],
): ReportRow[] {
  const known = new Map(adopted.map((line) => [key(line.place, line.clause), line]))
  return places.flatMap(({ id, name, kind }) => {
    const rules = clauses.filter(({ forKinds, sort }) => sort === 'rule' && forKinds.includes(kind))
    if (rules.length === 0) return []
    const missing = rules.filter((rule) => known.get(key(id, rule.id))?.edition !== rule.edition)
    const bare = rules.filter((rule) => rule.onTheWall && known.get(key(id, rule.id))?.photo !== true)
    return [
      {
        ...{ id, name },
        lines: [
          atLeastAll(
            '制度按现行版本落实',
            rules.length - missing.length,
            rules.length,
            missing.map(({ label }) => label),
          ),
          mustBeEmpty(
            '上墙有照片',
            bare.map(({ label }) => label),
            '都有照片',
            `${bare.length}项没有照片`,
          ),
        ],
      },
    ]
  })
}

export interface Institution extends PlaceNow {
  /** What it goes by, and what the places of its tier go by: 标识样式, 流程版本. */
  signDesign: { own: string; common: string }
  processEdition: { own: string; common: string }
  /** Kinds of windows that the plan asks of its tier and it has not. */
  windowsMissing: readonly string[]
  /** Clauses its last inspection found wanting; none inspected says nothing. */
  inspected?: { failed: number }
  /** Rules it has not adopted in the current edition. */
  rulesBehind: readonly string[]
}

/** 五统一 (DW-1-02 to -06): only institutions that deviate are listed, line by line. */
export function fiveUnities(institutions: readonly Institution[]): ReportRow[] {
  return institutions.flatMap((one) => {
    const lines = [
      differs('标识统一', one.signDesign),
      mustBeEmpty('设置统一', one.windowsMissing, '窗口齐全', '缺少方案要求的窗口'),
      differs('流程统一', one.processEdition),
      one.inspected === undefined
        ? { title: '服务统一', standing: 'none' as const, text: '没有检查过', names: [] }
        : mustBeEmpty(
            '服务统一',
            one.inspected.failed === 0 ? [] : [`${one.inspected.failed}条不合格`],
            '最近一次检查都合格',
            '最近一次检查有不合格的',
          ),
      mustBeEmpty('管理统一', one.rulesBehind, '制度都是现行版本', '有制度没有按现行版本落实'),
    ]
    return lines.some(({ standing }) => standing === 'bad') ? [{ id: one.id, name: one.name, lines }] : []
  })
}

function differs(title: string, { own, common }: { own: string; common: string }) {
  return mustBeEmpty(
    title,
    own === common ? [] : [`这里是“${own}”，同级是“${common}”`],
    own === '' ? '方案没有规定' : own,
    '和同级不一致',
  )
}
