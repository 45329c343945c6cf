import type { ItemVersion } from '#capabilities/catalogue/contract.ts'
import { MissingGlyph, type Renderer, type RenderRequest } from '#platform/documents/render.ts'
import type { GuideFile } from './contract.ts'
import { composeForm, formFaults, type FormSource } from './documents/form-data.ts'
import type { GuideMeans } from './index.ts'
import type { GuideSource } from './model.ts'
import { decider } from './model/compose.ts'
import { filesOf, givesResult } from './model/files.ts'
import { NO_RESULT_SAMPLE } from './words.ts'

/** What keeps the files of a version that is not published yet from opening: 空白表格, 示范文本, 结果样本 (YY-3.2.5-04, YY-3.2.5-08). */
export async function fileFaults(means: GuideMeans, area: string, item: ItemVersion): Promise<string[]> {
  const source = await ownSource(means, area, item)
  // A body that is in no register is named by the quality gate.
  if (source === undefined) return []
  const faults = formFaults(item)
  if (givesResult(item) ? means.resultSample === undefined : !saysResult(item)) faults.push(NO_RESULT_SAMPLE)
  for (const { file, name } of filesOf(item)) {
    const request = requestOf(means, source, file)
    const fault = request && (await printFault(means.renderer, request))
    if (fault !== undefined) faults.push(`“${name}”打不开：${fault}`)
  }
  return faults
}

/** What a version that is not in force yet is printed from: no places, for none stands on these papers. */
async function ownSource(
  means: GuideMeans,
  area: string,
  item: ItemVersion,
): Promise<FormSource | undefined> {
  const { kind, body: named } = item.decidingBody
  const [body] = kind === 'body' ? await means.organisation.bodiesByIds(area, [named!]) : []
  if (kind === 'body' && body === undefined) return undefined
  const url = `${means.publicUrl}/items/${item.id}${means.linkQuery ?? ''}`
  return { item, url, demo: means.demo, body: decider(item, body) }
}

export const formSource = (source: GuideSource): FormSource => ({
  ...{ item: source.item, url: source.url, demo: source.demo },
  body: decider(source.item, source.body),
})

const saysResult = ({ result }: ItemVersion): boolean =>
  result.type === '4' || (result.sampleNote ?? '').trim() !== ''

export function requestOf(
  { resultSample }: GuideMeans,
  of: FormSource,
  file: GuideFile,
): RenderRequest | undefined {
  if (file === 'result-sample') return resultSample?.(of)
  return composeForm(of, file === 'form-blank' ? 'blank' : 'sample')
}

/** A sign that no face has is the author's to mend; anything else is ours. */
async function printFault(renderer: Renderer, request: RenderRequest): Promise<string | undefined> {
  try {
    await renderer.render(request)
    return undefined
  } catch (error) {
    if (error instanceof MissingGlyph) return error.message
    throw error
  }
}
