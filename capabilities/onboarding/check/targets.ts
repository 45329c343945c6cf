import type { PackFile } from '#capabilities/organisation/contract.ts'
import { TARGET_INDICATORS } from '#capabilities/supervision/model.ts'
import type { PackFlaw } from './flaw.ts'

/** Goals for a number that nothing computes: they would never be met and never be missed. */
export function targetFlaws({ parameters }: PackFile, lineOf: (pointer: string) => number): PackFlaw[] {
  return (parameters.targets?.value ?? []).flatMap(({ indicator }, index) =>
    TARGET_INDICATORS.includes(indicator)
      ? []
      : [
          {
            file: 'pack.json',
            line: lineOf(`/parameters/targets/value/${index}/indicator`),
            what: `目标指向没有人计算的指标“${indicator}”`,
            remedy: `改成其中之一：${TARGET_INDICATORS.join('、')}`,
          },
        ],
  )
}
