import path from 'node:path'
import { DOMAINS, type ItemVersion } from '#capabilities/catalogue/contract.ts'
import { domainTitles, judge, type Severities } from '#capabilities/catalogue/model.ts'
import { DISCLOSURE_TITLES, disclosureGaps } from '#capabilities/guide/model.ts'
import { checkPack, residentGroups, worded, type CheckedPack } from '#capabilities/onboarding/index.ts'
import { placesFromPack } from '#capabilities/organisation/model.ts'
import { say } from './with-house.ts'

// Checks a pack without a database: shapes, consistency, sources, staffing; every flaw with file, line and remedy.
// `npm run pack:check -- boshan-2020`, or a folder anywhere.
const given = process.argv[2] ?? process.env['PACK'] ?? 'boshan-2020'
const elsewhere = given.includes(path.sep)
const checked = checkPack(
  elsewhere ? path.basename(given) : given,
  ...(elsewhere ? [path.resolve(given)] : []),
)
const { pack, items, problems } = checked
if (pack) {
  sayCounts(checked)
  saySources(pack)
}
sayItems(items)
sayQuality(items, pack?.pack.parameters.itemGate?.value)
if (pack) sayResidency(pack, items)
for (const problem of problems) say(`  ✖ ${worded(problem)}`)
say(problems.length === 0 ? '没有发现问题。' : `共 ${problems.length} 个问题，请按提示改正。`)
process.exitCode = problems.length === 0 ? 0 : 1

function sayCounts({ pack, posts, areas }: CheckedPack): void {
  const { regions, bodies, duties, calendar, pack: head } = pack!
  say(`方案 ${head.id}：${head.title}`)
  say(
    `  区划 ${regions.regions.length}，机构 ${bodies.bodies.length}，职责 ${duties.duties.length}，岗位 ${posts?.posts.length ?? 0}，日历 ${calendar.length} 年，参数 ${Object.keys(head.parameters).length}`,
  )
  // A city's counties, one line each.
  for (const { pack: own, items } of areas.length > 1 ? areas : []) {
    const places = placesFromPack(own).places.filter(({ validTo }) => validTo === null)
    say(
      `    ${own.pack.area.name}：区划 ${own.regions.regions.length}，机构 ${own.bodies.bodies.length}，场所 ${places.length}，事项 ${items.length}`,
    )
  }
}

function saySources({
  pack,
  regions,
  places,
  bodies,
  duties,
  calendar,
}: NonNullable<CheckedPack['pack']>): void {
  say('  来源')
  say(`    方案：${pack.source.documentNo}（${pack.source.issuedOn}）`)
  const files = { 区划: regions, 场所: places, 机构: bodies, 职责: duties }
  for (const [name, { source }] of Object.entries(files)) say(`    ${name}：${source.title}（${source.on}）`)
  for (const { year, source } of calendar)
    say(`    ${year}年：${source?.['title'] ?? ''}（${source?.['on'] ?? ''}）`)
  const parameters = Object.values(pack.parameters)
  const stated = parameters.filter(({ certainty }) => certainty === 'stated').length
  say(`    参数：原文规定 ${stated}，约定 ${parameters.length - stated}（每个约定都注明理由）`)
}

function sayResidency({ pack: head }: NonNullable<CheckedPack['pack']>, known: readonly ItemVersion[]): void {
  const groups = residentGroups(head, known)
  if (groups.length === 0) return
  const line = groups.map(
    ({ name, resident, absent }) => `${name} ${resident.length}/${resident.length + absent.length}`,
  )
  say(`    应进驻镇级中心的${groups.length}类（已进驻/共有）：${line.join('，')}`)
  for (const { name, absent } of groups)
    if (absent.length > 0) say(`      ${name}未进驻：${absent.join('、')}`)
}

function sayItems(items: readonly ItemVersion[]): void {
  const bases = items.flatMap((item) => item.legalBasis)
  const verified = bases.filter((basis) => basis.verified).length
  const spot = items.filter(({ process }) => process.procedure === 'on-the-spot').length
  const promise = items.filter(({ process }) => process.commitment !== undefined).length
  say(`  事项 ${items.length}（即办件 ${spot}，可用告知承诺 ${promise}）`)
  say(`    设定依据 ${bases.length} 条，其中条文已核对 ${verified} 条，待核对 ${bases.length - verified} 条`)
  const counts = Map.groupBy(items, ({ domain }) => domain)
  const line = DOMAINS.map((domain) => `${domainTitles[domain]} ${counts.get(domain)?.length ?? 0}`).join(
    '，',
  )
  say(`    十四领域：${line}`)
  const gaps = disclosureGaps(items)
  say(`    公开五类：${gaps.length === 0 ? '齐全' : `${gaps.length} 项缺少内容`}`)
  for (const { name, missing } of gaps)
    say(`      ${name}缺：${missing.map((group) => DISCLOSURE_TITLES[group]).join('、')}`)
}

/** Scores at the quality gate, the lowest first; what keeps an item from being loaded stands among the problems as well. */
function sayQuality(items: readonly ItemVersion[], severities?: Severities): void {
  if (items.length === 0) return
  const judged = items
    .map((item) => ({ item, ...judge(item, severities) }))
    .toSorted((a, b) => a.score - b.score || a.item.id.localeCompare(b.item.id))
  const average = judged.reduce((sum, { score }) => sum + score, 0) / judged.length
  say(
    `    事项质量：平均 ${average.toFixed(1)} 分，最低 ${judged[0]!.score} 分，最高 ${judged.at(-1)!.score} 分`,
  )
  const broken = Map.groupBy(
    judged.flatMap(({ findings }) => [...new Map(findings.map((each) => [each.check, each])).values()]),
    ({ title }) => title,
  )
  for (const [title, found] of [...broken].toSorted(([, a], [, b]) => b.length - a.length))
    say(`      ${title}：${found.length} 项没有做到`)
  for (const { item, score, elements } of judged)
    say(`      ${String(score).padStart(3)} 分  ${item.name}（要素 ${elements.said}/26）`)
}
