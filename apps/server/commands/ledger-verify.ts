import path from 'node:path'
import { parseArgs } from 'node:util'
import { addDays, dayNumber, legalDay } from '#engine/day.ts'
import type { Db } from '#platform/db/db.ts'
import {
  findingWords,
  isLoss,
  lossWords,
  rootedAreas,
  verifyRoots,
  type AreaRoots,
} from '#platform/ledger/roots.ts'
import { verifyLedger } from '#platform/ledger/verify.ts'
import { StartupProblem } from '#platform/log/startup-problem.ts'
import type { Assembly } from '../assemble.ts'
import { say, withHouse } from './with-house.ts'

/** A database restored by mistake lacks thousands; the first ones are enough to see what happened. */
const NAMED_MAX = 50

// Recomputes every chain, names the first broken link, and holds the ledger against its daily roots (another folder of
// them: --roots DIR); exit code 1 when anything does not fit.
const copyOfRoots = folderGiven()
await withHouse(async (house, settings) => {
  const chains = await verifyChains(house.db)
  const audit = await verifyAudit(house)
  const roots = await verifyAllRoots(house, copyOfRoots ?? settings.rootsDir)
  if (!chains || !audit || !roots) return 1
  say('所有链条完整。')
  return 0
})

async function verifyChains(db: Db): Promise<boolean> {
  let shown = 0
  const result = await verifyLedger(db, {
    onProgress: ({ facts }) => {
      if (facts - shown < 50_000) return
      shown = facts
      say(`  已核对 ${facts} 条事实`)
    },
  })
  say(`核对了 ${result.streams} 条链、${result.facts} 条事实。`)
  if (!result.firstBroken) return true
  const { areaCode, stream, seq, differs } = result.firstBroken
  say(
    `第一处断裂：区域 ${areaCode}，链 ${stream}，第 ${seq} 条，不一致的是 ${differs}；共 ${result.brokenStreams} 条链有问题。`,
  )
  return false
}

async function verifyAudit({ audit, organisation, clock }: Assembly): Promise<boolean> {
  const areas = ['000000', ...(await organisation.areas(legalDay(clock.now()))).map(({ area }) => area)]
  let whole = true
  for (const area of areas) {
    const flaw = await audit.verify(area)
    if (flaw === null) continue
    whole = false
    say(`审计链在区域 ${area}、${flaw.day} 第 ${flaw.seq} 条处不完整（${flaw.flaw}）。`)
  }
  return whole
}

async function verifyAllRoots({ db, keys, clock }: Assembly, folder: string): Promise<boolean> {
  let whole = true
  let files = 0
  let loss = false
  for (const areaCode of await rootedAreas({ db, folder })) {
    const area = await verifyRoots({ db, keys, folder }, areaCode)
    sayArea(area, legalDay(clock.now()))
    files += area.files
    whole &&= area.findings.length === 0
    loss ||= area.findings.some(isLoss)
  }
  if (loss) say(lossWords)
  if (files === 0 && copyOfRoots !== undefined) throw noRoots(folder)
  return whole
}

function sayArea({ areaCode, files, firstDay, last, heads, findings }: AreaRoots, today: string): void {
  if (files === 0) {
    say(
      `区域 ${areaCode} 还没有日根可对照；服务运行后每天留一份。若刚换了机器，请用 --roots 指向原来的日根文件夹。`,
    )
    return
  }
  say(`区域 ${areaCode} 有 ${files} 份日根（${firstDay} 起），对照了 ${heads} 个导出的链头。`)
  if (last) {
    say(`  最近一份：${last.day}，${last.streams} 条链，根 ${last.root}`)
    const without = dayNumber(last.day) - dayNumber(firstDay!) + 1 - files
    if (without > 0)
      say(`  其间有 ${without} 天没有日根；服务停运的日子没有，若那几天服务在运行，请查明文件去向。`)
    if (last.day < addDays(today, -1))
      say('  这之后的办件还没有日根：请检查服务是否在运行、日根文件夹能否写入、是否少拷了文件。')
  }
  for (const finding of findings.slice(0, NAMED_MAX)) say(`  区域 ${areaCode}：${findingWords(finding)}`)
  if (findings.length > NAMED_MAX)
    say(`  区域 ${areaCode} 另有 ${findings.length - NAMED_MAX} 处，没有一一列出。`)
}

function folderGiven(): string | undefined {
  try {
    const { roots } = parseArgs({ options: { roots: { type: 'string' } } }).values
    if (roots !== '') return roots === undefined ? undefined : path.resolve(roots)
  } catch {
    // Said in our own words below.
  }
  throw new StartupProblem(
    '参数不对。用法：npm run ledger:verify，或 npm run ledger:verify -- --roots 日根文件夹。',
    'Wrong parameters; use npm run ledger:verify or npm run ledger:verify -- --roots FOLDER.',
    { exitCode: 2 },
  )
}

function noRoots(folder: string): StartupProblem {
  return new StartupProblem(
    `${folder} 里没有日根文件。请检查 --roots 指向的文件夹，里面应有以区域代码命名的子文件夹。`,
    `There are no root files in ${folder}; --roots names the folder that holds one folder for each area code.`,
    { exitCode: 2 },
  )
}
