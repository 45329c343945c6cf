import path from 'node:path'
import { readItems } from '#capabilities/catalogue/index.ts'
import { packFolder, readPack } from '#capabilities/organisation/index.ts'
import { say } from './with-house.ts'

// Checks a pack without a database: shapes, consistency, counts and sources.
const id = process.argv[2] ?? process.env['PACK'] ?? 'boshan-2020'
const folder = packFolder(id)
const pack = await readPack(folder)
const items = readItems(path.join(folder, 'items'))
const problems = [
  ...(Array.isArray(pack) ? pack.map(({ code, facts }) => `${code} ${JSON.stringify(facts ?? {})}`) : []),
  ...items.problems,
]
if (!Array.isArray(pack)) {
  say(`方案 ${id}：${pack.pack.title}`)
  say(`  依据：${pack.pack.source.title}（${pack.pack.source.issuedOn}）`)
  say(
    `  区划 ${pack.regions.regions.length}，机构 ${pack.bodies.bodies.length}，日历 ${pack.calendar.length} 年，事项 ${items.items.length}`,
  )
  const bases = items.items.flatMap((item) => item.legalBasis)
  say(`  设定依据 ${bases.length} 条，其中条文已核对 ${bases.filter((basis) => basis.verified).length} 条`)
  const domains = Map.groupBy(items.items, (item) => item.domain)
  say(
    `  领域 ${domains.size} 个：${[...domains].map(([domain, list]) => `${domain} ${list.length}`).join('，')}`,
  )
}
for (const problem of problems) say(`  问题：${problem}`)
say(problems.length === 0 ? '没有发现问题。' : `共 ${problems.length} 个问题，请按提示改正。`)
process.exitCode = problems.length === 0 ? 0 : 1
