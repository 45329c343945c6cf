/** What is compiled for everybody: the whole handbook, the towns' acceptance handbook, the towns' list of items. */
export const HANDBOOK_KINDS = ['service', 'town', 'town-list'] as const
export type HandbookKind = (typeof HANDBOOK_KINDS)[number]

export const HANDBOOK_TITLES: Readonly<Record<HandbookKind, string>> = {
  service: '政务服务标准化服务手册',
  town: '镇级“一窗通办”政务服务受理手册',
  'town-list': '镇（街道）政务服务事项清单',
}

/** A list and the handbook to it are announced to the public (BS-2.1-07); until then a version is not published. */
export const ANNOUNCED: readonly HandbookKind[] = ['town', 'town-list']

/** `town@3`: one version of one kind, as notices name it. */
export const editionOf = (kind: HandbookKind, number: number): string => `${kind}@${number}`

export function readEdition(edition: string): { kind: HandbookKind; number: number } | undefined {
  const [, kind, number] = /^(service|town|town-list)@([1-9]\d{0,6})$/.exec(edition) ?? []
  return kind === undefined ? undefined : { kind: kind as HandbookKind, number: Number(number) }
}
