import type { Sentences } from '#platform/http/problem.ts'

export const materialAnalysisWords: Sentences = {
  'analysis-material-unknown': ({ materials }) =>
    `这个事项的清单里没有这份材料，请从这些里选：${(materials as string[] | undefined)?.join('、') ?? ''}。`,
  'analysis-field-missing': ({ missing }) =>
    `共享材料的六要素还缺：${(missing as string[] | undefined)?.join('、') ?? ''}。请按“补充修改”填全以后再提交。`,
}
