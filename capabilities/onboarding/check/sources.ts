import type { PackFile } from '#capabilities/organisation/contract.ts'
import type { PackFileText } from './pack-file.ts'
import type { PackFlaw } from './flaw.ts'

/**
 * Every parameter names where it comes from and of which day: a clause of the plan (whose day is the day of issue), or a
 * source of its own. What the plan states must cite it; what was assumed must say so in words.
 */
export function sourceProblems(pack: PackFile, text: PackFileText): PackFlaw[] {
  const { clausePrefix } = pack.source
  return Object.entries(pack.parameters).flatMap(([name, parameter]) => {
    const line = text.lineOf(`/parameters/${name}`)
    const wrong = (what: string, remedy: string): PackFlaw => ({ file: text.file, line, what, remedy })
    const foreign = parameter.clauses.filter((clause) => !clause.startsWith(`${clausePrefix}-`))
    return [
      ...foreign.map((clause) =>
        wrong(
          `参数 ${name} 引用了别的方案的条款 ${clause}`,
          `改为本方案的条款（${clausePrefix}-…），或写进 source`,
        ),
      ),
      ...(parameter.clauses.length === 0 && parameter.source === undefined
        ? [wrong(`参数 ${name} 没有注明来源`, '在 clauses 里写条款号，或在 source 里写出处和日期')]
        : []),
      ...(parameter.certainty === 'stated' && parameter.clauses.length === 0
        ? [wrong(`参数 ${name} 标为原文规定，却没有条款号`, '补上条款号，或把 certainty 改为 assumed')]
        : []),
      ...(parameter.certainty === 'assumed' && parameter.note === undefined
        ? [wrong(`参数 ${name} 是约定的，没有说明理由`, '在 note 里写明为什么这样取值')]
        : []),
    ]
  })
}
