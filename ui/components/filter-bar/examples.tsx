import type { Example, Usage } from '../example.ts'
import { FilterBar } from './filter-bar.tsx'
import { FilterSelect } from './filter-select.tsx'

export const usage: Usage = {
  title: '筛选栏',
  when: '列表长，要按两三个条件缩小，比如场所和状态。',
  whenNot: '用自己的话找事项用搜索框；只有一个条件用标签页。',
}

const places = [
  { value: 'hall', label: '区政务服务中心' },
  { value: 'centre', label: '山头街道便民服务中心' },
]
const states = [
  { value: 'open', label: '正在办理' },
  { value: 'closed', label: '已经办完' },
]

function fields(place: string, state: string) {
  return (
    <>
      <FilterSelect id="place" name="place" label="场所" chosen={place} options={places} />
      <FilterSelect id="state" name="state" label="状态" chosen={state} options={states} />
    </>
  )
}

export const examples: Example[] = [
  {
    title: '没有选条件',
    node: (
      <FilterBar action="/list" label="筛选办件" all="/list" found="共128件">
        {fields('', '')}
      </FilterBar>
    ),
  },
  {
    title: '选了两个条件',
    node: (
      <FilterBar
        action="/list"
        label="筛选办件"
        all="/list"
        found="找到12件"
        chosen={[
          { text: '山头街道便民服务中心', without: '/list?state=open' },
          { text: '正在办理', without: '/list?place=centre' },
        ]}
      >
        {fields('centre', 'open')}
      </FilterBar>
    ),
  },
]
