import type { PageRefusal } from '../contract.ts'

/** Why the file of a paper was not taken when the whole was handed in. */
const SAYS: Readonly<Record<string, (paper: string) => string>> = {
  'file-not-clean': (paper) => `${paper}还没有通过安全检查。请过几分钟再提交，或者换一份`,
  'file-not-yours': (paper) => `${paper}里有文件失效了。请删掉它，重新上传一份`,
}

/** One sentence for the line of the paper; nothing for what is wrong with no single paper. */
export function paperRefused(code: string, paper: string): string | undefined {
  return Object.hasOwn(SAYS, code) ? SAYS[code]!(paper) : undefined
}

/** A refusal of files by their ids, told by the papers they were handed in for. */
export function refusedPapers(
  refused: PageRefusal,
  facts: Readonly<Record<string, unknown>> | undefined,
  papers: readonly { material: string; name: string; files: readonly string[] }[],
): PageRefusal {
  const ids: unknown = facts?.['files']
  if (!Array.isArray(ids)) return refused
  const problems = papers
    .filter(({ files }) => files.some((id) => ids.includes(id)))
    .flatMap(({ material, name }) => {
      const message = paperRefused(refused.code, name)
      return message === undefined ? [] : [{ field: material, message }]
    })
  return problems.length === 0 ? refused : { ...refused, problems }
}
