import { organisationWords as words } from './words.ts'

/** 咨询电话：从…改为…; of a merger or a split, who became what. */
export const changeText = ({
  label,
  before,
  after,
}: {
  label: string
  before: string
  after: string
}): string => `${label}：${words.changedTo(before, after)}`
