import { gateProblems, SEVERITY_TITLES } from '#capabilities/catalogue/model.ts'
import type { PackFile } from '#capabilities/organisation/contract.ts'
import type { PackFlaw } from './flaw.ts'

/** A pack may make checks of the quality gate stricter or milder, but knows none of its own and softens no law. */
export function gateFlaws({ parameters }: PackFile, lineOf: (pointer: string) => number): PackFlaw[] {
  return gateProblems(parameters.itemGate?.value ?? {}).map(({ check, code, floor = 'block' }) => {
    const where = { file: 'pack.json', line: lineOf(`/parameters/itemGate/value/${check}`) }
    return code === 'check-unknown'
      ? { ...where, what: `质量关没有“${check}”这一项检查`, remedy: '核对检查的编号，或者删去这一行' }
      : {
          ...where,
          what: `检查“${check}”不能放宽到这个程度`,
          remedy: `最宽只能设为“${SEVERITY_TITLES[floor]}”（${floor}）`,
        }
  })
}
