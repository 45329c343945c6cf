/** What an outside system says of its item beside the name. */
export interface OutsideDetails {
  promisedDays?: number
  materials?: readonly string[]
}

export interface OutsideContent extends OutsideDetails {
  name: string
}

/** What is different now, in words; what a newer list says nothing of stays as it was. */
export function outsideDifferences(before: OutsideContent, after: OutsideContent): string[] {
  const { promisedDays = before.promisedDays, materials = before.materials } = after
  const came = (materials ?? []).filter((name) => !(before.materials ?? []).includes(name))
  const went = (before.materials ?? []).filter((name) => !(materials ?? []).includes(name))
  const days = (count: number | undefined) => (count === undefined ? '没有写' : `${count}个工作日`)
  return [
    ...(after.name === before.name ? [] : [`名称：${before.name} → ${after.name}`]),
    ...(promisedDays === before.promisedDays
      ? []
      : [`承诺时限：${days(before.promisedDays)} → ${days(promisedDays)}`]),
    ...(came.length === 0 ? [] : [`申请材料增加：${came.join('、')}`]),
    ...(went.length === 0 ? [] : [`申请材料减少：${went.join('、')}`]),
  ]
}
