import type { Example, Usage } from '../example.ts'
import { MaterialRow, type MaterialRowProps } from './material-row.tsx'

export const usage: Usage = {
  title: '材料上传',
  when: '请人交一份材料：说清要什么、几份、什么时候才要，当场能拍能传。',
  whenNot: '只是列出要带的材料时用表格；和申请无关的附件不用。',
}

const row: MaterialRowProps = {
  id: 'id-card',
  name: '居民身份证',
  necessity: 'required',
  requirement: '正反两面都拍，字能看清。',
  copies: '原件1份',
  files: [],
  uploadAction: '/upload',
  removeAction: '/remove',
  csrfToken: 'token',
}

export const examples: Example[] = [
  {
    title: '还没有交',
    node: (
      <ul class="material-list">
        <MaterialRow {...row} />
      </ul>
    ),
  },
  {
    title: '有的人才要交',
    node: (
      <ul class="material-list">
        <MaterialRow {...row} necessity="conditional" when="卖食品的才要" />
      </ul>
    ),
  },
  {
    title: '已上传',
    node: (
      <ul class="material-list">
        <MaterialRow {...row} files={[{ id: 'f1', name: '正面.jpg', size: 812_000 }]} />
      </ul>
    ),
  },
  {
    title: '文件打不开',
    node: (
      <ul class="material-list">
        <MaterialRow {...row} error="这个文件打不开，请重新拍一张。" />
      </ul>
    ),
  },
  {
    title: '要一个手写签名',
    node: (
      <ul class="material-list">
        <MaterialRow {...row} id="signature" name="本人手写签名" signature />
      </ul>
    ),
  },
  {
    title: '要补交',
    node: (
      <ul class="material-list">
        <MaterialRow {...row} problem={{ problem: '只有正面。', remedy: '补拍反面。' }} />
      </ul>
    ),
  },
]
